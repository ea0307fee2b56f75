/** The layers of a trading system as interfaces, and the values that flow between them. */
module io.aqts.api {
    requires static transitive org.jspecify;

    exports io.aqts;
    exports io.aqts.config;
    exports io.aqts.internal to
            io.aqts.core;
    exports io.aqts.market;
    exports io.aqts.performance;
    exports io.aqts.signal;
    exports io.aqts.trade;
}
