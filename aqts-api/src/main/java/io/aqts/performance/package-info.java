/**
 * How a run did, counted from its ledger alone. What cannot be known is said to be undefined, and never shown as zero.
 */
@NullMarked
package io.aqts.performance;

import org.jspecify.annotations.NullMarked;
