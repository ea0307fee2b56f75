/** Orders, fills and what is owed: everything that is counted exactly. */
@NullMarked
package io.aqts.trade;

import org.jspecify.annotations.NullMarked;
