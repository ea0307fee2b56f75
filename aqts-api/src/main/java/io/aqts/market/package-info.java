/**
 * What is known about the outside world at one moment: instruments, venues, bars, quotes, books, trades and readings.
 */
@NullMarked
package io.aqts.market;

import org.jspecify.annotations.NullMarked;
