/** One idea each: programs of a few dozen lines to read, run and change. */
@NullMarked
package io.aqts.examples;

import org.jspecify.annotations.NullMarked;
