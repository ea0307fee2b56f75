/** Machinery shared by the modules of AQTS itself; not part of the API. */
@NullMarked
package io.aqts.internal;

import org.jspecify.annotations.NullMarked;
