package org.ridgeline.weka.gui;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ridgeline.weka.plot.PathPicture.Show;

/** What of a path is looked at. Belongs to the event thread, and tells its listeners of every change. */
final class Selection {

    private final List<Runnable> listeners = new ArrayList<>();
    private @Nullable PathStudy study;
    private int lambda;
    private int output;
    private Show show = Show.BOTH;
    private Set<Integer> isolated = Set.of();
    private int pointed = -1;

    void addListener(Runnable listener) {
        listeners.add(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    /** What is shown; null if there is nothing. */
    @Nullable
    PathStudy study() {
        return study;
    }

    /** Shows another path, at the λ to choose if it has been cross-validated, else at its end. */
    void setStudy(@Nullable PathStudy study) {
        this.study = study;
        this.isolated = Set.of();
        this.pointed = -1;
        if (study != null) {
            this.output = study.outputs() > 1 ? PathStudy.NORMS : 0;
            this.lambda = study.validation() == null
                    ? study.size() - 1
                    : study.validation().oneStandardError();
        }
        changed();
    }

    /** Which λ is looked at, from 0 for the largest. */
    int lambda() {
        return lambda;
    }

    void setLambda(int k) {
        int last = study == null ? 0 : study.size() - 1;
        int within = Math.max(0, Math.min(last, k));
        if (within != lambda) {
            lambda = within;
            changed();
        }
    }

    /** The output whose coefficients are shown, or {@link PathStudy#NORMS}. */
    int output() {
        return output;
    }

    void setOutput(int output) {
        if (output != this.output) {
            this.output = output;
            changed();
        }
    }

    Show show() {
        return show;
    }

    void setShow(Show show) {
        if (show != this.show) {
            this.show = show;
            changed();
        }
    }

    /** The columns that alone stand out; none if all do. */
    Set<Integer> isolated() {
        return isolated;
    }

    void setIsolated(Set<Integer> columns) {
        if (!columns.equals(isolated)) {
            isolated = Set.copyOf(columns);
            changed();
        }
    }

    /** Takes a column to those that stand out, or away from them. */
    void toggleIsolated(int column, boolean withOthers) {
        Set<Integer> columns = withOthers ? new TreeSet<>(isolated) : new TreeSet<>();
        if (!isolated.contains(column) || (!withOthers && isolated.size() > 1)) {
            columns.add(column);
        } else {
            columns.remove(column);
        }
        setIsolated(columns);
    }

    /** The column that is pointed at, or −1. */
    int pointed() {
        return pointed;
    }

    void setPointed(int column) {
        if (column != pointed) {
            pointed = column;
            changed();
        }
    }
}
