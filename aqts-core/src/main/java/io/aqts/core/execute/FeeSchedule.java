package io.aqts.core.execute;

import io.aqts.LayerContext;
import io.aqts.config.FeeConfig;
import io.aqts.config.FeeCurrency;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What each venue of the universe charges, and what is charged where the data does not tell venues apart. */
final class FeeSchedule {

    private static final String PAPER = "paper";

    private final Tariff[] tariffs;
    private final Tariff consolidated;
    private final List<Tariff> all = new ArrayList<>();
    private final boolean isWatching;
    private final boolean hasTiers;
    private final long slowestNanos;

    FeeSchedule(LayerContext context) {
        FeeConfig config = context.config().execution().fees();
        Universe universe = context.universe();
        List<Venue> venues = universe.venues();
        tariffs = new Tariff[venues.size()];
        long slowest = 0;
        for (int i = 0; i < tariffs.length; i++) {
            Venue venue = venues.get(i);
            tariffs[i] = new Tariff(venue.name(), venue.feesOr(config), universe);
            all.add(tariffs[i]);
            slowest = Math.max(slowest, venue.latencyNanos());
        }
        slowestNanos = slowest;
        if (tariffs.length == 1) {
            consolidated = tariffs[0];
        } else {
            consolidated = new Tariff(PAPER, config, universe);
            all.add(consolidated);
        }
        isWatching = all.stream().anyMatch(Tariff::isWatching);
        hasTiers = all.stream().anyMatch(tariff -> !tariff.fees().tiers().isEmpty());
    }

    /** {@return what the venue with this index in the universe charges} */
    Tariff of(int venue) {
        return tariffs[venue];
    }

    /** {@return what is charged for a fill on bars: by the only venue there is, or else by the configuration} */
    Tariff consolidated() {
        return consolidated;
    }

    /** {@return the time a message needs to the farthest venue, in nanoseconds} */
    long slowestNanos() {
        return slowestNanos;
    }

    /** {@return whether a price must be known to charge anything, so that every snapshot is to be {@link #watch}ed} */
    boolean isWatching() {
        return isWatching;
    }

    /** Takes note of the prices that fees are converted by. */
    void watch(MarketSnapshot snapshot) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isWatching()) {
                all.get(i).watch(snapshot);
            }
        }
    }

    /** Lets all tiers be those of a moment. */
    void roll(long nowNanos) {
        for (int i = 0; hasTiers && i < all.size(); i++) {
            all.get(i).roll(nowNanos);
        }
    }

    /** {@return what is assumed about fees, in one sentence} */
    String assumption() {
        FeeConfig fees = consolidated.fees();
        StringBuilder text = new StringBuilder("Fees: rounded for each fill to ");
        text.append(fees.decimals()).append(" decimals, ").append(spoken(fees.rounding()));
        int changes = transitions().size();
        if (hasTiers) {
            text.append("; by the volume of ").append(fees.window().toDays()).append(" days, with ");
            text.append(changes).append(changes == 1 ? " change of tier" : " changes of tier");
        }
        if (fees.payment().currency() == FeeCurrency.OTHER) {
            text.append("; paid in ").append(fees.payment().name()).append(", booked as cash to its worth");
        } else if (fees.payment().currency() == FeeCurrency.RECEIVED) {
            text.append("; withheld from what is received");
        }
        return text.append('.').toString();
    }

    private static String spoken(RoundingMode mode) {
        return mode == RoundingMode.HALF_UP ? "halves up" : mode.name();
    }

    /** {@return all changes of tiers so far, venue by venue in the order of the universe, each in the order of time} */
    List<FeeTransition> transitions() {
        List<FeeTransition> transitions = new ArrayList<>();
        for (Tariff tariff : all) {
            transitions.addAll(tariff.transitions());
        }
        return List.copyOf(transitions);
    }
}
