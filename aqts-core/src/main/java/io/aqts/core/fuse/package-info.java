/** Fusion layers, the models that plug into them, and the calibration of both. */
@NullMarked
package io.aqts.core.fuse;

import org.jspecify.annotations.NullMarked;
