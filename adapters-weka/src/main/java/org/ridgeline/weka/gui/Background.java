package org.ridgeline.weka.gui;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does short work of the window, such as drawing and writing files, away from the event thread. */
final class Background {

    private static final Executor WORKER = worker();

    private Background() {}

    private static Executor worker() {
        ThreadPoolExecutor worker =
                new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "regularization path picture");
                    thread.setDaemon(true);
                    return thread;
                });
        worker.allowCoreThreadTimeOut(true);
        return worker;
    }

    /** Does work after all that was given before. */
    static void run(Runnable work) {
        WORKER.execute(work);
    }
}
