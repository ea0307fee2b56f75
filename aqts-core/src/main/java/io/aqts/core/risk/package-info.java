/**
 * How much may be risked: the gate nobody gets past, the circuit breaker, and the risk managers that come with AQTS.
 */
@NullMarked
package io.aqts.core.risk;

import org.jspecify.annotations.NullMarked;
