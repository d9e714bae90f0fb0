package org.jobplatform.callback;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a {@link HostResolver} with a time-out, which the resolver of the machine does not have. */
final class HostLookup implements AutoCloseable {

    private final HostResolver resolver;
    private final Duration patience;

    // Not virtual threads: a lookup blocks in native code and would hold their carrier.
    private final ExecutorService lookups = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("callback-lookup-", 0).factory());

    HostLookup(HostResolver resolver, Duration patience) {
        this.resolver = resolver;
        this.patience = patience;
    }

    /**
     * Looks the name up once.
     *
     * @return at least one address
     * @throws UnknownHostException when there is none, for whatever reason
     * @throws TimeoutException when there is no answer in time
     */
    List<InetAddress> find(String name, Deadline deadline)
            throws UnknownHostException, TimeoutException, InterruptedException {
        Future<List<InetAddress>> lookup = begin(name);
        try {
            List<InetAddress> found = lookup.get(deadline.atMost(patience).remainingNanos(), TimeUnit.NANOSECONDS);
            if (found.isEmpty()) {
                throw new UnknownHostException(name);
            }
            return found;
        } catch (ExecutionException failed) {
            throw unknown(name, failed);
        } finally {
            lookup.cancel(true);
        }
    }

    private Future<List<InetAddress>> begin(String name) throws UnknownHostException {
        try {
            return lookups.submit(() -> resolver.resolve(name));
        } catch (RejectedExecutionException closed) {
            throw unknown(name, closed);
        }
    }

    private static UnknownHostException unknown(String name, Exception cause) {
        UnknownHostException unknown = new UnknownHostException(name);
        unknown.initCause(cause);
        return unknown;
    }

    @Override
    public void close() {
        lookups.shutdownNow();
    }
}
