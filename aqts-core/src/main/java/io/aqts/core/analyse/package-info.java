/** Listeners that watch a run: its performance, its telemetry and its fingerprint. */
@NullMarked
package io.aqts.core.analyse;

import org.jspecify.annotations.NullMarked;
