/** Figures of the market that more than one layer needs. */
@NullMarked
package io.aqts.core.indicator;

import org.jspecify.annotations.NullMarked;
