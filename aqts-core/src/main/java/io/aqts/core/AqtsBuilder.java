package io.aqts.core;

import io.aqts.DataSource;
import io.aqts.Detector;
import io.aqts.ExecutionVenue;
import io.aqts.FusionLayer;
import io.aqts.LayerFactory;
import io.aqts.Orchestrator;
import io.aqts.RiskManager;
import io.aqts.StepListener;
import io.aqts.config.AqtsConfig;
import io.aqts.config.Overrides;
import io.aqts.core.config.Configurations;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Puts an orchestrator together, layer by layer. What is not chosen is that of the {@code aureon} preset.
 *
 * <p>Layers are given as factories, because a reset makes them anew. A builder may build several orchestrators; they
 * share nothing but their listeners.
 */
public final class AqtsBuilder {

    private final List<LayerFactory<Detector>> detectors = new ArrayList<>();
    private final List<StepListener> listeners = new ArrayList<>();
    private AqtsConfig config = AqtsConfig.defaults();
    private LayerFactory<DataSource> source;
    private LayerFactory<FusionLayer> fusion;
    private LayerFactory<RiskManager> risk;
    private LayerFactory<ExecutionVenue> venue;
    private boolean presetDetectors;
    private String presetName = "custom";

    AqtsBuilder(LayerFactory<DataSource> source, LayerFactory<ExecutionVenue> venue) {
        this.source = source;
        this.venue = venue;
        this.fusion = Presets.AUREON_FUSION;
        this.risk = Presets.AUREON_RISK;
        preset(Presets.aureon());
    }

    private AqtsBuilder(AqtsBuilder other) {
        detectors.addAll(other.detectors);
        listeners.addAll(other.listeners);
        config = other.config;
        source = other.source;
        fusion = other.fusion;
        risk = other.risk;
        venue = other.venue;
        presetDetectors = other.presetDetectors;
        presetName = other.presetName;
    }

    /**
     * Takes the layers and settings of a preset.
     *
     * @param preset the preset
     * @return this builder
     */
    public AqtsBuilder preset(Preset preset) {
        detectors.clear();
        preset.compose(this);
        presetDetectors = true;
        presetName = preset.name();
        return this;
    }

    /**
     * Replaces the data source.
     *
     * @param factory makes the source
     * @return this builder
     */
    public AqtsBuilder source(LayerFactory<DataSource> factory) {
        source = factory;
        return this;
    }

    /**
     * Adds a detector. The first one called after a preset replaces the preset's own.
     *
     * @param factory makes the detector
     * @return this builder
     */
    public AqtsBuilder detector(LayerFactory<Detector> factory) {
        if (presetDetectors) {
            detectors.clear();
            presetDetectors = false;
        }
        detectors.add(factory);
        presetName = "custom";
        return this;
    }

    /**
     * Replaces the fusion layer.
     *
     * @param factory makes the fusion layer
     * @return this builder
     */
    public AqtsBuilder fusion(LayerFactory<FusionLayer> factory) {
        fusion = factory;
        presetName = "custom";
        return this;
    }

    /**
     * Replaces the risk manager. The risk gate stays: it cannot be replaced.
     *
     * @param factory makes the risk manager
     * @return this builder
     */
    public AqtsBuilder risk(LayerFactory<RiskManager> factory) {
        risk = factory;
        presetName = "custom";
        return this;
    }

    /**
     * Replaces the execution venue.
     *
     * @param factory makes the venue
     * @return this builder
     */
    public AqtsBuilder venue(LayerFactory<ExecutionVenue> factory) {
        venue = factory;
        presetName = "custom";
        return this;
    }

    /**
     * Adds a listener, called after all those added before.
     *
     * @param listener gets every finished step
     * @return this builder
     */
    public AqtsBuilder listener(StepListener listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * Changes settings.
     *
     * @param change what to change of the settings so far
     * @return this builder
     * @throws IllegalArgumentException if a setting is impossible
     */
    public AqtsBuilder config(UnaryOperator<AqtsConfig.Builder> change) {
        config = config.with(change);
        return this;
    }

    /**
     * Replaces all settings.
     *
     * @param settings the new settings
     * @return this builder
     */
    public AqtsBuilder config(AqtsConfig settings) {
        config = settings;
        return this;
    }

    /**
     * Changes settings by name, as files and command lines do.
     *
     * @param overrides what to change of the settings so far
     * @return this builder
     * @throws IllegalArgumentException if a setting is unknown or impossible
     */
    public AqtsBuilder config(Overrides overrides) {
        config = Configurations.apply(config, overrides);
        return this;
    }

    /**
     * A builder of its own with the same choices, listeners included.
     *
     * @return the copy
     */
    public AqtsBuilder copy() {
        return new AqtsBuilder(this);
    }

    /** {@return the name of the preset whose layers were not replaced since, or {@code custom}} */
    public String presetName() {
        return presetName;
    }

    /** {@return the settings so far} */
    public AqtsConfig config() {
        return config;
    }

    /**
     * Puts the orchestrator together and opens its source.
     *
     * @return an orchestrator before its first step
     * @throws IllegalArgumentException if layers and settings do not fit together; nothing stays open then
     */
    public Orchestrator build() {
        return new Engine(new Wiring(config, source, detectors, fusion, risk, venue, listeners));
    }
}
