package org.ridgeline.conformance;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.ridgeline.Arguments;
import org.ridgeline.Interval;
import org.ridgeline.Parameter;
import org.ridgeline.Progress;
import org.ridgeline.Regularizer;
import org.ridgeline.RegularizerProvider;
import org.ridgeline.Training;
import org.ridgeline.Weights;
import org.ridgeline.penalties.ElasticNet;
import org.ridgeline.penalties.L1;

/** Ways to be no value, to train wrongly, and to take arguments that are none. */
@SuppressWarnings("ImmutableEnumChecker") // some are broken by the state that they keep
enum BrokenValue implements Breakage {
    TEXT_ROUNDS_LAMBDA("l1(lambda=1)", "R101") {
        @Override
        public String text(Regularizer good) {
            return good.withLambda((float) Math.min(good.lambda(), 1e30)).toString();
        }
    },
    TEXT_WITH_SPACES("elastic-net(lambda=1,alpha=0.5)", "R102") {
        @Override
        public String text(Regularizer good) {
            return good.toString().replace(",", ", ");
        }
    },
    TEXT_WITH_LONG_NUMBERS("l2(lambda=1)", "R102") {
        @Override
        public String text(Regularizer good) {
            return "l2(lambda=" + good.lambda() + ")";
        }
    },
    TEXT_OF_ANOTHER("l1(lambda=1)", "R101", "R907") {
        @Override
        public String text(Regularizer good) {
            return ElasticNet.of(good.lambda(), 1).toString();
        }
    },
    HASH_BY_IDENTITY("l1(lambda=1)", "R103") {
        @Override
        public int hash(Mutant mutant) {
            return System.identityHashCode(mutant);
        }
    },
    EQUAL_WHATEVER_THE_LAMBDA("l1(lambda=1)", "R103") {
        @Override
        public boolean same(Regularizer one, Regularizer other) {
            return one.getClass() == other.getClass();
        }
    },
    WITH_LAMBDA_FORGETS_THE_REST("elastic-net(lambda=1,alpha=0.25)", "R104", "R405") {
        @Override
        public Regularizer withLambda(Regularizer good, double lambda) {
            return ElasticNet.of(lambda, 0.5);
        }
    },
    HASH_CHANGES_WITH_USE("l1(lambda=1)", "R105") {
        @Override
        public int hash(Mutant mutant) {
            return mutant.good().hashCode() + mutant.uses();
        }
    },
    PENALTY_ROUNDS_ITS_WEIGHTS("l1(lambda=1)", "R106") {
        @Override
        public double penalty(Regularizer good, Weights weights) {
            double[] w = weights.values();
            for (int i = 0; i < w.length; i++) {
                w[i] = w[i] / 3 * 3;
            }
            return good.penalty(weights);
        }
    },
    EVERY_THIRD_CALL_DIFFERS("l2(lambda=1)", "R107", "R108", "R707") {
        private final AtomicLong calls = new AtomicLong();

        @Override
        public double penalty(Regularizer good, Weights weights) {
            return good.penalty(weights) * (1 + calls.incrementAndGet() % 3 * 0x1p-52);
        }
    },
    SCRATCH_SHARED_BY_THREADS("l1(lambda=1)", "R108") {
        private final double[] scratch = new double[1 << 18];

        @Override
        @SuppressWarnings("ThreadPriorityCheck") // gives other threads a chance to interfere, on one processor too
        public void prox(Regularizer good, Weights weights, double step) {
            System.arraycopy(weights.values(), 0, scratch, 0, weights.size());
            Thread.yield();
            double[] u = Arrays.copyOf(scratch, weights.size());
            good.prox(weights.withValues(u), step);
            System.arraycopy(u, 0, weights.values(), 0, u.length);
        }
    },
    CURRENT_STILL_MOVES("adaptive(base=l1(lambda=1))", "R111") {
        @Override
        public Training train(Mutant mutant) {
            return new OtherTraining(mutant.good().train()) {
                @Override
                public Regularizer current() {
                    return mutant.withLambda(super.current().lambda());
                }
            };
        }
    },
    SETTLED_TOO_EARLY("adaptive(base=l1(lambda=1))", "R112") {
        @Override
        public Training train(Mutant mutant) {
            return new OtherTraining(mutant.good().train()) {
                @Override
                public boolean settled() {
                    return true;
                }
            };
        }
    },
    NEVER_SETTLED("l1(lambda=1)", "R113") {
        @Override
        public Training train(Mutant mutant) {
            return new OtherTraining(mutant.good().train()) {
                @Override
                public boolean settled() {
                    return false;
                }
            };
        }
    },
    ONE_TRAINING_FOR_ALL("adaptive(base=l1(lambda=1))", "R114") {
        private final IdentityHashMap<Mutant, Training> started = new IdentityHashMap<>();

        @Override
        public Training train(Mutant mutant) {
            return started.computeIfAbsent(mutant, first -> first.good().train());
        }
    },
    NEGATIVE_LAMBDA_MADE_POSITIVE("l1(lambda=1)", "R901") {
        @Override
        public Regularizer withLambda(Regularizer good, double lambda) {
            return good.withLambda(Double.isFinite(lambda) ? Math.abs(lambda) : 0);
        }
    },
    NEGATIVE_LAMBDA_TAKEN_FROM_TEXT("l1(lambda=1)", "R904", "R906") {
        @Override
        public List<Parameter> parameters(RegularizerProvider good) {
            return List.of(Parameter.number("lambda", Interval.closed(-1e300, 1e300), "strength"));
        }

        @Override
        public Regularizer create(RegularizerProvider good, Arguments arguments) {
            return L1.of(Math.abs(arguments.number("lambda")));
        }
    },
    ARGUMENT_FAILS_AT_ITS_BOUND("elastic-net(lambda=1,alpha=0.5)", "R905", "R906") {
        @Override
        public Regularizer create(RegularizerProvider good, Arguments arguments) {
            if (arguments.number("alpha") == 0) {
                throw new ArithmeticException("/ by zero");
            }
            return good.create(arguments);
        }
    },
    ARGUMENT_IGNORED("elastic-net(lambda=1,alpha=0.5)", "R906") {
        @Override
        public Regularizer create(RegularizerProvider good, Arguments arguments) {
            return ElasticNet.of(arguments.number("lambda"), 0.5);
        }
    },
    PARAMETER_WITHOUT_MEANING("l1(lambda=1)", "R907") {
        @Override
        public List<Parameter> parameters(RegularizerProvider good) {
            return List.of(Parameter.number("lambda", Interval.atLeast(0), ""));
        }
    };

    private final String text;
    private final Set<String> rules;

    BrokenValue(String text, String... rules) {
        this.text = text;
        this.rules = Set.of(rules);
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public Set<String> rules() {
        return rules;
    }

    /** A training that does what another does. */
    private static class OtherTraining implements Training {

        private final Training good;

        OtherTraining(Training good) {
            this.good = good;
        }

        @Override
        public Regularizer current() {
            return good.current();
        }

        @Override
        public void observe(Progress progress) {
            good.observe(progress);
        }

        @Override
        public boolean settled() {
            return good.settled();
        }
    }
}
