/** Benchmarks of AQTS beside a bare loop and a peer, on workloads that are the same everywhere. */
@NullMarked
package io.aqts.benchmarks;

import org.jspecify.annotations.NullMarked;
