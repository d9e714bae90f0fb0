package org.jobplatform.application.execution;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Threads that do nothing until a test lets them: each task is then done on the thread of the test. */
public final class DrivenThreads implements Executor {
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final Runnable afterEach;
    private boolean closed;

    /** @param afterEach is done after each task */
    public DrivenThreads(Runnable afterEach) {
        this.afterEach = afterEach;
    }

    @Override
    public void execute(Runnable task) {
        if (closed) {
            throw new RejectedExecutionException("closed");
        }
        tasks.add(task);
    }

    /** From now on every task is rejected. */
    public void close() {
        closed = true;
    }

    /** How many tasks wait. */
    public int waiting() {
        return tasks.size();
    }

    /** Does the task that has waited longest; says whether there was one. */
    public boolean runOne() {
        Runnable task = tasks.poll();
        if (task == null) {
            return false;
        }
        task.run();
        afterEach.run();
        return true;
    }

    /** Does every task that waits, and those that they bring. */
    public void runAll() {
        boolean more = true;
        while (more) {
            more = runOne();
        }
    }
}
