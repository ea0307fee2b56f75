package io.aqts.core.planted.util;

/** A class in a package for everything. */
public final class Drawer {}
