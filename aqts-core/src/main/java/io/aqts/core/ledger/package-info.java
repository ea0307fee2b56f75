/** The books of a run: cash, positions and their worth, exact to the last digit. */
@NullMarked
package io.aqts.core.ledger;

import org.jspecify.annotations.NullMarked;
