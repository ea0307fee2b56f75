/** The command line of AQTS: simulate, backtest, config, bars and retrace. */
@NullMarked
package io.aqts.examples.cli;

import org.jspecify.annotations.NullMarked;
