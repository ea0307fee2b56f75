/** The command line of AQTS: simulate, backtest, config and bars. */
@NullMarked
package io.aqts.examples.cli;

import org.jspecify.annotations.NullMarked;
