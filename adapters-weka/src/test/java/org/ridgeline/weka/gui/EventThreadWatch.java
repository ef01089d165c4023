package org.ridgeline.weka.gui;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** Looks again and again at what the event thread is doing, for work that it must not do. */
final class EventThreadWatch implements AutoCloseable {

    private static final Pattern WORK = Pattern.compile(
            "org\\.ridgeline\\.(weka\\.(TrainingData|DummyCoding)|solvers\\.(Solver|CrossValidation|Problem|Scaling"
                    + "|Proximal.*|Path(Solver|Model)|.*(Features|Model|Descent)|kernels\\..*))");

    /** What makes a solver, and runs nothing. */
    private static final Pattern SETTING = Pattern.compile("<init>|<clinit>|standard|tolerance|maxIterations");

    /** Nanoseconds. */
    private static final long GLANCE = 200_000;

    private final Set<String> seen = new ConcurrentSkipListSet<>();
    private final Thread watcher = new Thread(this::watch, "watch of the event thread");
    private volatile boolean ended;

    EventThreadWatch() {
        watcher.setDaemon(true);
        watcher.start();
    }

    private void watch() {
        Thread[] events = {null};
        User.act(() -> events[0] = Thread.currentThread());
        while (!ended) {
            Arrays.stream(events[0].getStackTrace())
                    .filter(EventThreadWatch::isWork)
                    .map(StackTraceElement::toString)
                    .forEach(seen::add);
            LockSupport.parkNanos(GLANCE);
        }
    }

    /** Solving, looking through all data, and drawing whole pictures; but a solver's tolerances are settings like others. */
    private static boolean isWork(StackTraceElement element) {
        return !isSetting(element) && WORK.matcher(element.getClassName()).matches()
                || (element.getClassName().equals("org.ridgeline.weka.plot.PathPicture")
                        && element.getMethodName().equals("draw"));
    }

    private static boolean isSetting(StackTraceElement element) {
        return element.getClassName().equals("org.ridgeline.solvers.Solver")
                && SETTING.matcher(element.getMethodName()).matches();
    }

    /** What was seen, as lines of stack traces. */
    Set<String> seen() {
        return seen;
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        watcher.join();
    }
}
