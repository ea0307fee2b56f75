/** Order books in whole ticks and lots: depth by level, and matching by price and time. */
@NullMarked
package io.aqts.core.book;

import org.jspecify.annotations.NullMarked;
