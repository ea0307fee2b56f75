/** Markets that are made up from a seed: bars, quotes, books and readings in several kinds of weather. */
@NullMarked
package io.aqts.core.simulation;

import org.jspecify.annotations.NullMarked;
