/** The settings of a run: nested records with checked values, their defaults, and changes to them. */
@NullMarked
package io.aqts.config;

import org.jspecify.annotations.NullMarked;
