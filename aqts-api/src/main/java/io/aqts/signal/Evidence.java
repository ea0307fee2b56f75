package io.aqts.signal;

/** What a detector rests its signal on. Each detector has an immutable type of its own. */
public interface Evidence {

    /** A signal that speaks for itself. */
    Evidence NONE = new Evidence() {
        @Override
        public String toString() {
            return "none";
        }
    };
}
