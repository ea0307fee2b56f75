package io.aqts.core.risk.rule;

import io.aqts.config.CapConfig;
import io.aqts.config.ClusterCap;
import io.aqts.config.NamedCap;
import io.aqts.internal.Checks;
import io.aqts.market.Instrument;
import io.aqts.market.Universe;
import io.aqts.trade.ReasonCode;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** Caps on the instruments that a name stands for. */
final class Groups {

    private static final String PATH = "risk.rules.caps.";

    private Groups() {}

    static GroupCap all(CapConfig cap, Universe universe) {
        return new GroupCap(ReasonCode.GROSS_CAP, cap, Collections.nCopies(universe.size(), true));
    }

    static GroupCap instrument(NamedCap cap, Universe universe) {
        List<Boolean> members = members(universe, it -> it.symbol().equals(cap.name()));
        requireAny(members, "instruments[].name", "be an instrument of the run", cap.name());
        return new GroupCap(ReasonCode.INSTRUMENT_CAP, cap.cap(), members);
    }

    static GroupCap quote(NamedCap cap, Universe universe) {
        List<Boolean> members = members(universe, it -> it.quote().equals(cap.name()));
        requireAny(members, "quotes[].name", "be a quote currency of the run", cap.name());
        return new GroupCap(ReasonCode.QUOTE_CAP, cap.cap(), members);
    }

    static GroupCap cluster(ClusterCap cap, Universe universe) {
        for (String symbol : cap.symbols()) {
            requireAny(
                    members(universe, it -> it.symbol().equals(symbol)),
                    "clusters[].symbols",
                    "be instruments of the run",
                    symbol);
        }
        List<Boolean> members = members(universe, it -> cap.symbols().contains(it.symbol()));
        return new GroupCap(ReasonCode.CLUSTER_CAP, cap.cap(), members);
    }

    private static List<Boolean> members(Universe universe, Predicate<Instrument> belongs) {
        return universe.instruments().stream().map(belongs::test).toList();
    }

    private static void requireAny(List<Boolean> members, String name, String rule, String value) {
        Checks.that(members.contains(true), PATH + name, rule, '"' + value + '"');
    }
}
