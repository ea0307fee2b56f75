package io.aqts.testkit;

import io.aqts.Randomness;
import io.aqts.RiskCandidate;
import io.aqts.RiskObserver;
import io.aqts.performance.ClosedTrade;
import io.aqts.signal.Forecast;
import io.aqts.signal.Proposal;
import io.aqts.testkit.RiskRuleContract.Subject;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.FillContext;
import io.aqts.trade.Handling;
import io.aqts.trade.Lifetime;
import io.aqts.trade.Liquidity;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Leads rules through one and the same market, and asks at every moment. */
final class RuleTrial {

    private final List<RiskMoment> moments;
    private final Randomness chance;
    private final TestMint mint = new TestMint();

    RuleTrial(List<RiskMoment> moments, long seed) {
        this.moments = moments;
        this.chance = Randomness.of(seed).split("rules");
    }

    /** Tells all rules the same, and hands each question over with the moment it is asked at. */
    void run(List<Subject> rules, BiConsumer<RuleScene, RiskCandidate> asking) {
        for (RiskMoment moment : moments) {
            RuleScene scene = new RuleScene(moment, new ArrayList<>());
            List<RiskObserver> observers =
                    rules.stream().flatMap(rule -> rule.observers().stream()).toList();
            happen(moment, observers);
            observers.forEach(observer -> observer.onStep(scene));
            observers.forEach(observer -> observer.onDecision(moment.decision()));
            for (int i = 0; i < moment.prices().size(); i++) {
                if (moment.price(i) > 0) {
                    ask(scene, i, asking);
                    approve(scene, i, observers);
                }
            }
            if (chance.nextDouble() < 0.02) {
                observers.forEach(RiskObserver::onResume);
            }
        }
    }

    private void ask(RuleScene scene, int instrument, BiConsumer<RuleScene, RiskCandidate> asking) {
        double price = scene.price(instrument);
        double equity = Math.max(scene.portfolio().markedEquity(), 1);
        double quantity = equity / price * StrictMath.pow(10, 4 * chance.nextDouble() - 3);
        Forecast forecast = scene.moment().decision().proposals().stream()
                .filter(proposal -> proposal.instrument() == instrument)
                .map(Proposal::forecast)
                .findFirst()
                .orElse(Forecast.NONE);
        for (Side side : Side.values()) {
            double worst = price * (1 + side.sign() * 0.001 * chance.nextInt(3));
            double stop = chance.nextInt(2) == 0 ? 0 : worst * (1 - side.sign() * 0.05 * (1 - chance.nextDouble()));
            asking.accept(scene, new RiskCandidate(instrument, side, quantity, worst, stop, forecast, scene));
        }
    }

    private void approve(RuleScene scene, int instrument, List<RiskObserver> observers) {
        if (chance.nextInt(4) > 0) {
            return;
        }
        ReasonCode reason = chance.nextInt(2) == 0 ? ReasonCode.SIGNAL : ReasonCode.STOP;
        Order order = new Order(
                instrument,
                chance.nextInt(2) == 0 ? Side.BUY : Side.SELL,
                OrderSize.units(Decimal.ONE),
                new OrderType.Market(),
                Lifetime.GTC,
                Handling.PLAIN,
                Bracket.NONE,
                reason);
        Decimal price =
                Decimal.roundedToMultiple(scene.price(instrument), Decimal.of(1, 12), java.math.RoundingMode.UP);
        ApprovedOrder approved = mint.approve(order, scene.epochNanos(), price);
        scene.approved().add(approved);
        observers.forEach(observer -> observer.onApproval(approved));
        if (chance.nextInt(8) == 0) {
            observers.forEach(observer -> observer.onAmendment(approved.id(), scene.epochNanos()));
        }
    }

    /** Now and then something was stopped out at a loss before the step. */
    private void happen(RiskMoment moment, List<RiskObserver> observers) {
        int instrument = chance.nextInt(moment.prices().size());
        if (chance.nextInt(4) > 0 || !(moment.price(instrument) > 0)) {
            return;
        }
        long now = moment.snapshot().epochNanos();
        Decimal price =
                Decimal.roundedToMultiple(moment.price(instrument), Decimal.of(1, 12), java.math.RoundingMode.UP);
        Fill fill = new Fill(
                1,
                now,
                instrument,
                Side.SELL,
                Decimal.ONE,
                price,
                Decimal.ZERO,
                new FillContext("V", Liquidity.TAKER, ReasonCode.STOP, price, false));
        Decimal loss = Decimal.of(-chance.nextInt(100));
        ClosedTrade trade = new ClosedTrade(instrument, Side.BUY, now - 1, now, Decimal.ONE, loss, Decimal.ZERO, false);
        observers.forEach(observer -> observer.onFill(fill));
        observers.forEach(observer -> observer.onTrade(trade));
    }
}
