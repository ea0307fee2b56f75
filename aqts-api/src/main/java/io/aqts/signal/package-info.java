/** What is believed: what detectors saw and what fusion made of it. */
@NullMarked
package io.aqts.signal;

import org.jspecify.annotations.NullMarked;
