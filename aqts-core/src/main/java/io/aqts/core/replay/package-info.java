/** Recorded order books, told again message by message: feeds, recordings in memory, and the source made of them. */
@NullMarked
package io.aqts.core.replay;

import org.jspecify.annotations.NullMarked;
