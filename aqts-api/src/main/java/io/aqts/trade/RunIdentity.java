package io.aqts.trade;

/**
 * Which run something belongs to. It says nothing but whether two things are of the same run.
 *
 * <p>Each instance equals itself only. Knowing one gives no power: what is stamped with it is made by the run alone.
 */
public final class RunIdentity {

    /** An identity like no other. */
    public RunIdentity() {}

    /** {@return a word without the address, so that no text differs between two runs} */
    @Override
    public String toString() {
        return "run";
    }
}
