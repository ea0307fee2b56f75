package io.aqts.internal;

/**
 * A function that just-in-time compilers keep out of the code of its callers.
 *
 * <p>What is rare and large, such as the filling of an order, costs every step when it is compiled into it: compilation
 * takes longer, and what happens in every step is left no room. All such functions are called through {@link #call},
 * where a compiler sees too many kinds of them to choose one.
 *
 * @param <A> what it takes
 * @param <R> what it gives
 */
@FunctionalInterface
public interface Outlined<A, R> {

    /**
     * Does the work. To be called through {@link #call} alone.
     *
     * @param argument what it takes
     * @return what it gives
     */
    R apply(A argument);

    /**
     * Calls a function from a place that all share.
     *
     * @param function the function
     * @param argument what it takes
     * @param <A> what it takes
     * @param <R> what it gives
     * @return what it gives
     */
    static <A, R> R call(Outlined<A, R> function, A argument) {
        return function.apply(argument);
    }
}
