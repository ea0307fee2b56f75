/** The rules that openings must pass, one small class each, and how they are made from a configuration. */
@NullMarked
package io.aqts.core.risk.rule;

import org.jspecify.annotations.NullMarked;
