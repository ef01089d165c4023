package org.ridgeline;

import java.util.List;
import org.ridgeline.penalties.L1;

/** Providers as a plug-in would bring them, good and broken. */
public final class Plugins {

    private Plugins() {}

    /** What they share. */
    public abstract static class Base implements RegularizerProvider {
        @Override
        public String name() {
            return "good";
        }

        @Override
        public String summary() {
            return "for tests";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of();
        }

        @Override
        public Regularizer create(Arguments arguments) {
            return new L1(1);
        }
    }

    /** Nothing wrong with it. */
    public static final class Good extends Base {}

    /** Takes the name of another. */
    public static final class SameName extends Base {}

    /** Cannot be made. */
    public static final class Throwing extends Base {
        /** Throws. */
        public Throwing() {
            throw new IllegalStateException("no licence");
        }
    }

    /** Cannot be initialised. */
    public static final class Uninitialised extends Base {
        static {
            if (Plugins.class.getName().length() > 0) {
                throw new IllegalStateException("no native library");
            }
        }
    }

    /** Needs a class that is not there, as one built against another version would. */
    public static final class Unlinked extends Base {
        @Override
        public String name() {
            throw new NoClassDefFoundError("com/example/Gone");
        }
    }

    /** Has a name that no text form can hold. */
    public static final class BadName extends Base {
        @Override
        public String name() {
            return "Bad Name";
        }
    }

    /** Says nothing. */
    public static final class NoSummary extends Base {
        @Override
        public String summary() {
            return " ";
        }
    }

    /** Declares a parameter twice. */
    public static final class TwiceTheSameParameter extends Base {
        @Override
        public List<Parameter> parameters() {
            return List.of(Parameter.LAMBDA, Parameter.LAMBDA);
        }
    }

    /** Is no provider at all. */
    public static final class NoProvider {}
}
