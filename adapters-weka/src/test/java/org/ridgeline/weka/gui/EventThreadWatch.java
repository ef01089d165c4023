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

    /** What makes a solver or a cross-validation and runs nothing, or says what data there may be and looks at none. */
    private static final Pattern SETTING = Pattern.compile(
            "org\\.ridgeline\\.(solvers\\.(Solver|CrossValidation)\\.(<init>|<clinit>|standard|of|with\\w+|tolerance|maxIterations)"
                    + "|weka\\.TrainingData\\.(<clinit>|enableAttributes))");

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

    /** Solving, looking through all data, and drawing whole pictures; but not settings. */
    private static boolean isWork(StackTraceElement element) {
        return !isSetting(element) && WORK.matcher(element.getClassName()).matches()
                || (element.getClassName().equals("org.ridgeline.weka.plot.PathPicture")
                        && element.getMethodName().equals("draw"));
    }

    private static boolean isSetting(StackTraceElement element) {
        return SETTING.matcher(element.getClassName() + "." + element.getMethodName())
                .matches();
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
