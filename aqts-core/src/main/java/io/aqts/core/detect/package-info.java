/** Detectors: what looks at the market and says what it sees, from moving averages to Lighthouse events. */
@NullMarked
package io.aqts.core.detect;

import org.jspecify.annotations.NullMarked;
