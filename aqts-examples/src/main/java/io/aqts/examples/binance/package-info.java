/** Recorded streams of Binance, as it sent them: how they are read, and what trading on them comes to. */
@NullMarked
package io.aqts.examples.binance;

import org.jspecify.annotations.NullMarked;
