/** The venue of paper trading: what becomes of approved orders when only the past of the market is known. */
@NullMarked
package io.aqts.core.execute;

import org.jspecify.annotations.NullMarked;
