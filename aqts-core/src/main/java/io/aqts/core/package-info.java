/** The way in: choose layers with {@link io.aqts.core.Aqts}, and step through time. */
@NullMarked
package io.aqts.core;

import org.jspecify.annotations.NullMarked;
