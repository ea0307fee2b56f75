package io.aqts.trade;

/**
 * What holding a position has brought, besides the change of its price. Each figure is in the currency of settlement
 * and positive when received.
 *
 * @param funding of perpetuals
 * @param financing interest, borrowing and overnight swaps
 * @param dividends received, or paid on short positions
 */
public record Carry(Decimal funding, Decimal financing, Decimal dividends) {

    /** Nothing received and nothing paid. */
    public static final Carry NONE = new Carry(Decimal.ZERO, Decimal.ZERO, Decimal.ZERO);

    /** {@return all three together, exact} */
    public Decimal total() {
        return funding.plus(financing).plus(dividends);
    }

    /**
     * The same with more of each.
     *
     * @param other what is added
     * @return the sums
     */
    public Carry plus(Carry other) {
        return new Carry(funding.plus(other.funding), financing.plus(other.financing), dividends.plus(other.dividends));
    }
}
