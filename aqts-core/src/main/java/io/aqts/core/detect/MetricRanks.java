package io.aqts.core.detect;

/**
 * The five metrics of an intensity, each as its rank among its own recent past, more than 0 and less than 1.
 *
 * @param linear linear coherence: how straight the log price ran
 * @param nonlinear nonlinear coherence: how ordered the rankings of neighboring closes were
 * @param similarity self-similarity: how alike the log price looked at two speeds
 * @param geometry the strength of the last bends, which fades
 * @param novelty how much the return and the volume surprised
 */
public record MetricRanks(double linear, double nonlinear, double similarity, double geometry, double novelty) {}
