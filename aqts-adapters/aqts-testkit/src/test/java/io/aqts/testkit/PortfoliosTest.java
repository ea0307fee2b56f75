package io.aqts.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.LayerContext;
import io.aqts.Randomness;
import io.aqts.config.AqtsConfig;
import io.aqts.signal.Action;
import io.aqts.signal.Proposal;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.RiskState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PortfoliosTest {

    private static final double[] PRICES = {100, 0, 7};

    @Provide
    Arbitrary<AqtsConfig> configs() {
        return Configs.any();
    }

    @Property(tries = 200)
    void areLegal(@ForAll("configs") AqtsConfig config, @ForAll long seed) {
        LayerContext context = Market.bars(MarketKind.CALM, 1, 3, 1).context(config);
        Portfolio portfolio = Portfolios.next(Randomness.of(seed), context, 5, PRICES);

        assertThat(portfolio.markedEquity()).isEqualTo(portfolio.equity().toDouble(), within(0.0));
        for (int i = 0; i < PRICES.length; i++) {
            Position position = portfolio.position(i);
            assertThat(position.mark()).isEqualTo(position.isFlat() ? 0 : PRICES[i]);
            assertThat(position.cost().signum()).isEqualTo(position.quantity().signum());
            assertThat(position.quantity().isNegative() && !config.risk().shortAllowed())
                    .isFalse();
            assertThat(position.isFlat() || PRICES[i] > 0).isTrue();
        }
    }

    @Example
    void reachEveryEdge() {
        LayerContext context = Market.bars(MarketKind.CALM, 1, 3, 1).context(AqtsConfig.defaults());
        Randomness chance = Randomness.of(1);
        Set<RiskState> states = EnumSet.noneOf(RiskState.class);
        List<Portfolio> portfolios = new ArrayList<>();
        List<OpenOrder> orders = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            Portfolio portfolio = Portfolios.next(chance, context, 5, PRICES);
            portfolios.add(portfolio);
            orders.addAll(portfolio.openOrders());
            states.add(portfolio.riskState());
        }

        assertThat(states).hasSize(3);
        assertThat(portfolios)
                .anyMatch(portfolio -> portfolio.markedEquity() < 0)
                .anyMatch(portfolio -> portfolio.grossExposure() > 5 * portfolio.markedEquity())
                .anyMatch(portfolio -> portfolio.position(0).quantity().isNegative());
        assertThat(orders)
                .anyMatch(open -> open.approved().order().reduceOnly())
                .anyMatch(open -> open.filled().isPositive());
    }

    @Example
    void decisionsReachEveryEdge() {
        Randomness chance = Randomness.of(1);
        List<Proposal> proposals = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            proposals.addAll(Decisions.next(chance, 3).proposals());
        }

        assertThat(proposals)
                .anyMatch(proposal -> proposal.sizeHint() == 1)
                .anyMatch(proposal -> proposal.sizeHint() == 0)
                .anyMatch(proposal -> proposal.action() == Action.HOLD)
                .anyMatch(proposal -> Math.abs(proposal.forecast().expectedReturn()) > 1e200)
                .anyMatch(proposal -> proposal.forecast().probability() == 1);
    }
}
