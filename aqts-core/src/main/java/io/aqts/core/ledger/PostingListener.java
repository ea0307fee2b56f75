package io.aqts.core.ledger;

/** Gets every posting of a ledger, in the order of the bookings. */
@FunctionalInterface
public interface PostingListener {

    /**
     * Something was posted.
     *
     * @param posting what; the lines of one booking follow one another
     */
    void onPosting(Posting posting);
}
