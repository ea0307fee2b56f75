/** The original system's own simulation, flaws and all, beside an exact ledger of the same fills. */
@NullMarked
package io.aqts.examples.replay;

import org.jspecify.annotations.NullMarked;
