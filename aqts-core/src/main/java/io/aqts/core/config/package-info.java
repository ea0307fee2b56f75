/** Reads, merges and writes configurations: files, environment and code in, checked records and canonical JSON out. */
@NullMarked
package io.aqts.core.config;

import org.jspecify.annotations.NullMarked;
