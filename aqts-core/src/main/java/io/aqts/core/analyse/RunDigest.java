package io.aqts.core.analyse;

import io.aqts.LayerContext;
import io.aqts.Step;
import io.aqts.StepListener;
import io.aqts.market.Instrument;
import io.aqts.market.Venue;

/**
 * The fingerprint of a run: SHA-256 over a canonical form of everything that was seen, decided and done.
 *
 * <p>Two runs with the same fingerprint had the same market, signals, decisions, verdicts, orders, fills and
 * portfolios, to the last bit. Only the evidence of signals is left out, because it has no form of its own. The
 * canonical form is big-endian; numbers of belief are written as their IEEE 754 bits, exact numbers and names as UTF-8
 * with their length in front, lists with their size in front, moments other than that of the step in full. What stayed
 * the same from one step to the next is written as a mark: signals, the decision, verdicts, the length of bars and the
 * portfolio; and so is the number of a step that counts on.
 */
public final class RunDigest implements StepListener {

    private final DigestBuffer out = new DigestBuffer();
    private final MarketForm market = new MarketForm(out);
    private final BeliefForm belief = new BeliefForm(out);
    private final TradeForm trade = new TradeForm(out);
    private final AccountForm account = new AccountForm(out, trade);

    private long index = -1;

    /** A fingerprint of nothing yet. */
    public RunDigest() {}

    @Override
    public void onStart(LayerContext context) {
        out.clear();
        market.clear();
        index = -1;
        belief.clear();
        trade.clear();
        account.clear();
        for (Instrument instrument : context.universe().instruments()) {
            out.text(instrument.symbol());
        }
        for (Venue venue : context.universe().venues()) {
            out.text(venue.name());
        }
        for (String reference : context.universe().references()) {
            out.mark('R');
            out.text(reference);
        }
    }

    @Override
    public void onStep(Step step) {
        out.flag(step.index() == index + 1);
        if (step.index() != index + 1) {
            out.number(step.index());
        }
        index = step.index();
        market.snapshot(step.snapshot());
        belief.signals(step.signals(), step.snapshot().epochNanos());
        belief.decision(step.decision());
        trade.verdicts(step.verdicts());
        trade.orders(step.orders());
        trade.events(step.events());
        account.portfolio(step.portfolio());
    }

    /**
     * The fingerprint of what was seen since the start. It may be asked for at any time and changes nothing.
     *
     * @return 64 hexadecimal digits
     */
    public String hex() {
        return out.hex();
    }
}
