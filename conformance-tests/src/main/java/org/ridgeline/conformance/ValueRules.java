package org.ridgeline.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ridgeline.Groups;
import org.ridgeline.Progress;
import org.ridgeline.Regularizer;
import org.ridgeline.Regularizers;
import org.ridgeline.TextForm;
import org.ridgeline.Training;
import org.ridgeline.Weights;

/** R1xx: a regularizer is an immutable value with a text form. */
final class ValueRules {

    private static final double[] STRENGTHS = {0, -0.0, 1.0 / 3, 0.1 + 0.2, 1e-300, 123456.789, 1e300};
    private static final Pattern NUMBER = Pattern.compile("[-+.0-9].*");
    private static final int THREADS = 4;
    private static final int ROUNDS = 200;
    private static final int MANY = 2000;

    private ValueRules() {}

    static void textReadsBack(Check check, Regularizer regularizer, Regularizers registry) {
        for (Regularizer one : ofAllStrengths(regularizer)) {
            Regularizer read = registry.parse(one.toString());
            check.in(one).that(read.equals(one), () -> "the text read back as an equal regularizer", read);
        }
    }

    static void textIsCanonical(Check check, Regularizer regularizer, Regularizers registry) {
        for (Regularizer one : ofAllStrengths(regularizer)) {
            String text = one.toString();
            check.that(text.chars().noneMatch(Character::isWhitespace), () -> "no spaces", text);
            String again = registry.parse(text).toString();
            check.that(again.equals(text), () -> text + ", read and written again", again);
            shortNumbers(check, TextForm.parse(text));
        }
    }

    private static void shortNumbers(Check check, TextForm form) {
        for (String argument : form.arguments().values()) {
            if (NUMBER.matcher(argument).matches()) {
                String shortest = TextForm.number(Double.parseDouble(argument));
                check.in(form).that(argument.equals(shortest), () -> "the shortest number " + shortest, argument);
            } else {
                shortNumbers(check, TextForm.parse(argument));
            }
        }
    }

    private static List<Regularizer> ofAllStrengths(Regularizer regularizer) {
        List<Regularizer> all = new ArrayList<>(List.of(regularizer));
        for (double lambda : STRENGTHS) {
            all.add(regularizer.withLambda(lambda));
        }
        return all;
    }

    @SuppressWarnings("EqualsNull") // whether equals answers null with false is what is asked
    static void equality(Check check, Regularizer regularizer, Regularizers registry, List<String> textForms) {
        Regularizer twin = registry.parse(check.text());
        check.that(regularizer.equals(twin) && twin.equals(regularizer), () -> "equal to its twin " + twin, false);
        check.that(regularizer.hashCode() == twin.hashCode(), () -> "the hash code of its twin", twin.hashCode());
        List<Object> others = new ArrayList<>(List.of(regularizer.withLambda(regularizer.lambda() + 1), "text"));
        textForms.stream()
                .map(registry::parse)
                .filter(other -> !other.toString().equals(regularizer.toString()))
                .forEach(others::add);
        for (Object other : others) {
            check.in(other).that(!regularizer.equals(other), () -> "not equal to " + other, true);
        }
        check.that(!regularizer.equals(null), () -> "not equal to null", true);
    }

    static void withLambdaKeepsTheShape(Check check, Regularizer regularizer) {
        for (double lambda : STRENGTHS) {
            Regularizer other = regularizer.withLambda(lambda);
            check.equal("withLambda(" + lambda + ").lambda()", lambda, other.lambda());
            Regularizer back = other.withLambda(regularizer.lambda());
            check.in("back from " + lambda).that(back.equals(regularizer), regularizer::toString, back);
        }
    }

    static void useChangesNothing(Check check, Regularizer regularizer, Regularizers registry) {
        Case first = Case.all().get(0);
        double penalty = regularizer.penalty(first.weights());
        String text = regularizer.toString();
        int hash = regularizer.hashCode();
        for (Case given : Case.all()) {
            regularizer.withLambda(given.step()).penalty(given.weights());
            Vectors.gradient(regularizer, given.weights());
            Vectors.prox(regularizer, given.weights(), given.step());
            Training training = regularizer.train();
            training.observe(new Progress(0, 1, 1, true));
        }
        check.that(text.equals(regularizer.toString()), () -> text, regularizer);
        check.that(regularizer.equals(registry.parse(check.text())), () -> "still equal to its twin", false);
        check.that(hash == regularizer.hashCode(), () -> "hash code " + hash, regularizer.hashCode());
        check.in(first).equal("penalty", penalty, regularizer.penalty(first.weights()));
    }

    static void inputsAreLeftAlone(Check check, Regularizer regularizer) {
        for (Case given : Case.all()) {
            double[] before = given.weights().values().clone();
            regularizer.penalty(given.weights());
            Vectors.gradient(regularizer, given.weights());
            check.in(given, "after penalty and addGradient")
                    .equal("weight", before, given.weights().values());
        }
    }

    static void sameInputSameBits(Check check, Regularizer regularizer, Regularizers registry) {
        Regularizer twin = registry.parse(check.text());
        List<double[]> once = results(regularizer, Case.all());
        for (Regularizer other : List.of(regularizer, twin)) {
            List<double[]> again = results(other, Case.all());
            for (int i = 0; i < once.size(); i++) {
                check.in("call " + i).equal("result", once.get(i), again.get(i));
            }
        }
    }

    static void manyThreadsGetTheSameBits(Check check, Regularizer regularizer) throws Exception {
        List<Case> cases = Seeds.some(3).stream().map(ValueRules::longer).toList();
        List<List<double[]>> wanted = cases.stream()
                .map(given -> results(regularizer, List.of(given)))
                .toList();
        CountDownLatch start = new CountDownLatch(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> tasks = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                int first = t;
                tasks.add(threads.submit(() -> {
                    start.countDown();
                    start.await();
                    for (int round = first; round < first + ROUNDS; round++) {
                        int k = round % cases.size();
                        List<double[]> found = results(regularizer, List.of(cases.get(k)));
                        for (int i = 0; i < found.size(); i++) {
                            check.equal("result", wanted.get(k).get(i), found.get(i));
                        }
                    }
                    return null;
                }));
            }
            @Nullable ExecutionException failure = null;
            for (Future<?> task : tasks) {
                try {
                    task.get();
                } catch (ExecutionException e) {
                    // The others end first: the next rule must not find them at work.
                    failure = failure == null ? e : failure;
                }
            }
            if (failure != null) {
                throw check.in(THREADS + " threads at once").thrown(failure);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Case longer(long seed) {
        double[] values = new SplittableRandom(seed).doubles(MANY, -3, 3).toArray();
        return new Case(seed, Weights.of(values, Groups.strided(1, MANY / 4, MANY)), 0.1);
    }

    private static List<double[]> results(Regularizer regularizer, List<Case> cases) {
        List<double[]> results = new ArrayList<>();
        for (Case given : cases) {
            results.add(new double[] {regularizer.penalty(given.weights())});
            results.add(Vectors.gradient(regularizer, given.weights()));
            results.add(Vectors.prox(regularizer, given.weights(), given.step()));
        }
        return results;
    }
}
