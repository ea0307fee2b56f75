package io.aqts.core.data;

/**
 * What is done about each flaw of a bar file. Start from {@link #REFUSE_ALL} and allow what is wanted:
 *
 * <pre>{@code
 * RepairPolicy policy = RepairPolicy.REFUSE_ALL.with(BarFlaw.DUPLICATE, Repair.KEEP_LAST);
 * }</pre>
 *
 * <p>No repair is silent: every one is counted in a {@link RepairReport}.
 *
 * @param malformed what is done about {@link BarFlaw#MALFORMED} rows
 * @param notFinite what is done about {@link BarFlaw#NOT_FINITE} rows
 * @param notPositive what is done about {@link BarFlaw#NOT_POSITIVE} rows
 * @param inconsistent what is done about {@link BarFlaw#INCONSISTENT} rows
 * @param duplicate what is done about {@link BarFlaw#DUPLICATE} rows
 * @param unsorted what is done about {@link BarFlaw#UNSORTED} rows
 */
public record RepairPolicy(
        Repair malformed,
        Repair notFinite,
        Repair notPositive,
        Repair inconsistent,
        Repair duplicate,
        Repair unsorted) {

    /** Every flaw is refused. */
    public static final RepairPolicy REFUSE_ALL =
            new RepairPolicy(Repair.REFUSE, Repair.REFUSE, Repair.REFUSE, Repair.REFUSE, Repair.REFUSE, Repair.REFUSE);

    static final RepairPolicy COUNT_ALL =
            new RepairPolicy(Repair.DROP, Repair.DROP, Repair.DROP, Repair.DROP, Repair.KEEP_FIRST, Repair.DROP);

    /** Refuses repairs that do not suit their flaw. */
    public RepairPolicy {
        refuseUnsuited(BarFlaw.MALFORMED, malformed);
        refuseUnsuited(BarFlaw.NOT_FINITE, notFinite);
        refuseUnsuited(BarFlaw.NOT_POSITIVE, notPositive);
        refuseUnsuited(BarFlaw.INCONSISTENT, inconsistent);
        refuseUnsuited(BarFlaw.DUPLICATE, duplicate);
        refuseUnsuited(BarFlaw.UNSORTED, unsorted);
    }

    /**
     * The same policy but for one flaw.
     *
     * @param flaw the flaw
     * @param repair what is done about it
     * @return the changed policy
     * @throws IllegalArgumentException if the repair does not suit the flaw
     */
    public RepairPolicy with(BarFlaw flaw, Repair repair) {
        return new RepairPolicy(
                flaw == BarFlaw.MALFORMED ? repair : malformed,
                flaw == BarFlaw.NOT_FINITE ? repair : notFinite,
                flaw == BarFlaw.NOT_POSITIVE ? repair : notPositive,
                flaw == BarFlaw.INCONSISTENT ? repair : inconsistent,
                flaw == BarFlaw.DUPLICATE ? repair : duplicate,
                flaw == BarFlaw.UNSORTED ? repair : unsorted);
    }

    /**
     * What is done about a flaw.
     *
     * @param flaw the flaw
     * @return the repair
     */
    public Repair of(BarFlaw flaw) {
        return switch (flaw) {
            case MALFORMED -> malformed;
            case NOT_FINITE -> notFinite;
            case NOT_POSITIVE -> notPositive;
            case INCONSISTENT -> inconsistent;
            case DUPLICATE -> duplicate;
            case UNSORTED -> unsorted;
        };
    }

    private static void refuseUnsuited(BarFlaw flaw, Repair repair) {
        if (!flaw.repairs().contains(repair)) {
            throw new IllegalArgumentException(
                    "repair of " + flaw + " must be one of " + flaw.repairs() + ", but was " + repair);
        }
    }
}
