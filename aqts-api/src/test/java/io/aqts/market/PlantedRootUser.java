package io.aqts.market;

import io.aqts.Step;

/** A value that knows a layer and holds an array, which no value may. */
public record PlantedRootUser(Step step, double[] prices) {}
