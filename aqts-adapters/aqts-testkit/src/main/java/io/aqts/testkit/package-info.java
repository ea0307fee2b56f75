/**
 * The promises of every layer as contract tests, for whoever implements one: implement the contract in a test class,
 * say how the layer is made, and every promise runs against it on markets that lean on the edges.
 */
@NullMarked
package io.aqts.testkit;

import org.jspecify.annotations.NullMarked;
