/** The defaults of every layer, the orchestrator, the ledger and backtests. */
module io.aqts.core {
    requires transitive io.aqts.api;
    requires static org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires com.google.common;
    requires commons.math3;
    requires org.slf4j;

    exports io.aqts.core;
    exports io.aqts.core.analyse;
    exports io.aqts.core.backtest;
    exports io.aqts.core.book;
    exports io.aqts.core.config;
    exports io.aqts.core.data;
    exports io.aqts.core.detect;
    exports io.aqts.core.execute;
    exports io.aqts.core.fuse;
    exports io.aqts.core.ledger;
    exports io.aqts.core.replay;
    exports io.aqts.core.risk;
    exports io.aqts.core.risk.rule;
    exports io.aqts.core.simulation;
}
