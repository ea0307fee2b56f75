/** Whole runs: many steps, several seeds or scenarios side by side, and the report about them. */
@NullMarked
package io.aqts.core.backtest;

import org.jspecify.annotations.NullMarked;
