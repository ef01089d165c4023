package org.ridgeline.weka.gui;

import java.util.concurrent.CancellationException;
import javax.swing.SwingUtilities;
import weka.core.Instances;

/** Computes a path on a thread of its own, and tells the event thread of it. */
final class PathRun {

    /** What is told, on the event thread. */
    interface Listener {
        /** Another path is fitted, that of all instances or that of a fold, or without cross-validation another λ. */
        void progressed(int done, int total);

        /** All is done. */
        void finished(PathStudy study);

        /** It was stopped. */
        void stopped();

        /** It cannot be done. */
        void failed(Throwable reason);
    }

    private final Thread thread;

    private PathRun(Thread thread) {
        this.thread = thread;
    }

    static PathRun start(Instances instances, StudySettings settings, Listener listener) {
        Thread thread = new Thread(() -> run(instances, settings, listener), "regularization path");
        thread.setDaemon(true);
        thread.start();
        return new PathRun(thread);
    }

    private static void run(Instances instances, StudySettings settings, Listener listener) {
        Runnable end;
        try {
            PathStudy study = PathStudy.of(
                    instances,
                    settings,
                    (done, total) -> SwingUtilities.invokeLater(() -> listener.progressed(done, total)));
            end = () -> listener.finished(study);
        } catch (CancellationException | InterruptedException e) {
            end = listener::stopped;
        } catch (Throwable e) {
            // An error, too, such as one of memory, as the window would wait for ever.
            end = () -> listener.failed(e);
        }
        SwingUtilities.invokeLater(end);
    }

    /** Ends the work soon. */
    void stop() {
        thread.interrupt();
    }
}
