package io.aqts.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What can be asked of anything that answers input by input, whatever it is: the same answers twice, none of the future
 * in them, none of what others saw.
 *
 * @param <I> what is put in
 * @param <O> what is answered, a value
 */
final class Probe<I, O> {

    private final String name;
    private final Supplier<? extends Function<? super I, ? extends O>> fresh;

    /**
     * A probe.
     *
     * @param name what is probed, as in "the detector"
     * @param fresh makes one without history
     */
    Probe(String name, Supplier<? extends Function<? super I, ? extends O>> fresh) {
        this.name = name;
        this.fresh = fresh;
    }

    /** {@return the answers of a fresh one} */
    List<O> answers(List<I> inputs) {
        Function<? super I, ? extends O> asked = fresh.get();
        List<O> answers = new ArrayList<>();
        for (I input : inputs) {
            answers.add(asked.apply(input));
        }
        return answers;
    }

    void answersTheSameTwice(List<I> inputs, UnaryOperator<I> copy) {
        List<O> first = answers(inputs);
        List<I> copies = new ArrayList<>();
        for (I input : inputs) {
            copies.add(copy.apply(input));
        }
        requireSame(
                first,
                answers(copies),
                "a second one, made from the same context and fed the same, answered otherwise");
    }

    void answersTheSameBefore(int cut, List<I> inputs, Iterable<List<I>> otherFutures) {
        List<O> whole = answers(inputs).subList(0, cut);
        requireSame(
                whole,
                answers(inputs.subList(0, cut)),
                "with the input ending after step " + (cut - 1) + " it answered otherwise before the end");
        for (List<I> other : otherFutures) {
            requireSame(
                    whole,
                    answers(other).subList(0, cut),
                    "with another future after step " + (cut - 1) + " it answered otherwise before it");
        }
    }

    /** Feeds two of them by turns, a few inputs to each, and neither may notice. */
    void answersTheSameAmong(List<I> inputs, Probe<I, O> other, List<I> foreign) {
        List<O> alone = answers(inputs);
        List<O> foreignAlone = other.answers(foreign);
        Function<? super I, ? extends O> asked = fresh.get();
        Function<? super I, ? extends O> neighbor = other.fresh.get();
        List<O> together = new ArrayList<>();
        List<O> foreignTogether = new ArrayList<>();
        for (int i = 0; i < Math.max(inputs.size(), foreign.size()); i++) {
            if (i < inputs.size()) {
                together.add(asked.apply(inputs.get(i)));
            }
            if (i < foreign.size()) {
                foreignTogether.add(neighbor.apply(foreign.get(i)));
            }
        }
        requireSame(alone, together, "beside another one it answered otherwise");
        requireSame(foreignAlone, foreignTogether, "beside another one it answered otherwise");
    }

    void keepsItsAnswers(List<I> inputs) {
        Function<? super I, ? extends O> asked = fresh.get();
        List<O> answers = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (I input : inputs) {
            O answer = asked.apply(input);
            answers.add(answer);
            texts.add(String.valueOf(answer));
        }
        for (int i = 0; i < answers.size(); i++) {
            String now = String.valueOf(answers.get(i));
            if (!now.equals(texts.get(i))) {
                throw new AssertionError(name + ": what it answered at step " + i + " changed later:\n  then "
                        + texts.get(i) + "\n  now  " + now);
            }
        }
    }

    private void requireSame(List<O> expected, List<O> actual, String fault) {
        for (int i = 0; i < expected.size(); i++) {
            if (!Objects.equals(expected.get(i), actual.get(i))) {
                throw new AssertionError(name + ": " + fault + ", first at step " + i + ":\n  at first "
                        + expected.get(i) + "\n  then     " + actual.get(i));
            }
        }
    }
}
