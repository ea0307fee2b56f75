package io.aqts.core;

import io.aqts.DataSource;
import io.aqts.Detector;
import io.aqts.ExecutionVenue;
import io.aqts.FusionLayer;
import io.aqts.LayerFactory;
import io.aqts.Orchestrator;
import io.aqts.RiskManager;
import io.aqts.RiskRule;
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
    private final List<LayerFactory<RiskRule>> presetRules = new ArrayList<>();
    private final List<LayerFactory<RiskRule>> ownRules = new ArrayList<>();
    private final List<StepListener> listeners = new ArrayList<>();
    private final List<UnaryOperator<AqtsConfig>> presetSettings = new ArrayList<>();
    private final List<UnaryOperator<AqtsConfig>> ownSettings = new ArrayList<>();
    private AqtsConfig base;
    private AqtsConfig config;
    private LayerFactory<DataSource> source;
    private LayerFactory<DataSource> ownSource;
    private LayerFactory<FusionLayer> fusion;
    private LayerFactory<RiskManager> risk;
    private LayerFactory<ExecutionVenue> venue;
    private LayerFactory<ExecutionVenue> ownVenue;
    private boolean isComposing;
    private boolean presetDetectors;
    private String presetName = "custom";

    AqtsBuilder(LayerFactory<DataSource> source, LayerFactory<ExecutionVenue> venue, AqtsConfig base) {
        this.base = base;
        this.config = base;
        this.source = source;
        this.ownSource = source;
        this.venue = venue;
        this.ownVenue = venue;
        this.fusion = Presets.AUREON_FUSION;
        this.risk = Presets.AUREON_RISK;
        preset(Presets.aureon());
    }

    private AqtsBuilder(AqtsBuilder other) {
        detectors.addAll(other.detectors);
        presetRules.addAll(other.presetRules);
        ownRules.addAll(other.ownRules);
        listeners.addAll(other.listeners);
        presetSettings.addAll(other.presetSettings);
        ownSettings.addAll(other.ownSettings);
        base = other.base;
        config = other.config;
        source = other.source;
        ownSource = other.ownSource;
        fusion = other.fusion;
        risk = other.risk;
        venue = other.venue;
        ownVenue = other.ownVenue;
        presetDetectors = other.presetDetectors;
        presetName = other.presetName;
    }

    /**
     * Takes the layers and settings of a preset in place of those of the preset before, of which nothing is left.
     *
     * <p>Settings chosen by {@code config} stay, whether they were chosen before or after: they win over those of any
     * preset. So do a source and a venue. Detectors, fusion layer and risk manager are those of the preset until others
     * are chosen.
     *
     * @param preset the preset
     * @return this builder
     * @throws IllegalArgumentException if its settings and those chosen are impossible together
     */
    public AqtsBuilder preset(Preset preset) {
        boolean isNested = isComposing;
        detectors.clear();
        presetRules.clear();
        presetSettings.clear();
        source = ownSource;
        fusion = Presets.AUREON_FUSION;
        risk = Presets.AUREON_RISK;
        venue = ownVenue;
        isComposing = true;
        try {
            preset.compose(this);
        } finally {
            isComposing = isNested;
        }
        config = settled();
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
        ownSource = isComposing ? ownSource : factory;
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
     * Adds a rule to those of the risk gate, asked after those of the configuration and those added before. No preset
     * takes it away again.
     *
     * @param factory makes the rule
     * @return this builder
     */
    public AqtsBuilder riskRule(LayerFactory<RiskRule> factory) {
        (isComposing ? presetRules : ownRules).add(factory);
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
        ownVenue = isComposing ? ownVenue : factory;
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
        return change(settings -> settings.with(change));
    }

    /**
     * Replaces all settings, those of the preset too.
     *
     * @param settings the new settings
     * @return this builder
     */
    public AqtsBuilder config(AqtsConfig settings) {
        if (isComposing) {
            return change(any -> settings);
        }
        presetSettings.clear();
        ownSettings.clear();
        base = settings;
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
        return change(settings -> Configurations.apply(settings, overrides));
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
        List<LayerFactory<RiskRule>> rules = new ArrayList<>(presetRules);
        rules.addAll(ownRules);
        return new Engine(new Wiring(config, source, detectors, fusion, risk, rules, venue, listeners));
    }

    private AqtsBuilder change(UnaryOperator<AqtsConfig> change) {
        if (isComposing) {
            presetSettings.add(change);
            config = settled();
        } else {
            config = change.apply(config);
            ownSettings.add(change);
        }
        return this;
    }

    /** What was chosen, on top of the preset. */
    private AqtsConfig settled() {
        AqtsConfig settings = base;
        for (UnaryOperator<AqtsConfig> change : presetSettings) {
            settings = change.apply(settings);
        }
        for (UnaryOperator<AqtsConfig> change : ownSettings) {
            settings = change.apply(settings);
        }
        return settings;
    }
}
