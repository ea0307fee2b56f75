/** Where snapshots come from when they are not live: bars in memory and in files, resampled, merged and checked. */
@NullMarked
package io.aqts.core.data;

import org.jspecify.annotations.NullMarked;
