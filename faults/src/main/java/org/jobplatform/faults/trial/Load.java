package org.jobplatform.faults.trial;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jobplatform.faults.judge.Start.Told;

/** Clients that start runs one after the other, and repeat what they got no answer for: sometimes at once, the rest at the end. */
final class Load implements AutoCloseable {
    private static final int CLIENTS = 4;
    private static final Duration PACE = Duration.ofMillis(40);

    private final Client client;
    private final Supplier<URI> nodes;
    private final Phase phase;
    private final AtomicInteger next = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean ending;

    /** @param nodes gives, for each start, the node to ask */
    Load(Client client, Supplier<URI> nodes, Phase phase) {
        this.client = client;
        this.nodes = nodes;
        this.phase = phase;
        for (int i = 0; i < CLIENTS; i++) {
            threads.execute(this::startOnAndOn);
        }
    }

    private void startOnAndOn() {
        while (!ending) {
            int number = next.incrementAndGet();
            String key = phase.key(number % 2 == 0 ? "id" : "key", number);
            Jobs job = jobOf(number);
            boolean repeats = number % 3 != 0;
            Told told = client.start(nodes.get(), key, job);
            for (int i = 0; i < 2 && repeats && told == Told.UNKNOWN && !ending; i++) {
                Waiting.pass(PACE);
                told = client.start(nodes.get(), key, job);
            }
            Waiting.pass(PACE);
        }
    }

    /** Of eight runs, two leave effects, which costs processes. */
    private static Jobs jobOf(int number) {
        return switch (number % 8) {
            case 1 -> Jobs.ONCE;
            case 6 -> Jobs.AGAIN;
            default -> Jobs.NOTHING;
        };
    }

    /** Ends the clients; then nothing is under way any more. */
    void end() {
        ending = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(60, TimeUnit.SECONDS)) {
                throw new TrialFailed("a client does not end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TrialFailed("interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        ending = true;
        threads.shutdownNow();
    }
}
