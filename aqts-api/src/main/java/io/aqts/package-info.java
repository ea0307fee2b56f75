/** The layers of a trading system as interfaces, and the orchestrator that steps through them. */
@NullMarked
package io.aqts;

import org.jspecify.annotations.NullMarked;
