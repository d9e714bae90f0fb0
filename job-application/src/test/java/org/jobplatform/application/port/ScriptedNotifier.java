package org.jobplatform.application.port;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryResult;

/**
 * A notifier whose receivers answer as a test tells them to: each result once in turn, then the last for ever. Keeps
 * what was delivered. Safe for use by many threads.
 */
public final class ScriptedNotifier implements Notifier {
    private final Deque<DeliveryResult> results;
    private final List<Delivery> delivered = new ArrayList<>();

    /** A notifier of receivers that answer so. */
    public ScriptedNotifier(DeliveryResult first, DeliveryResult... further) {
        results = new ArrayDeque<>(List.of(further));
        results.addFirst(first);
    }

    /** A notifier of receivers that confirm everything. */
    public static ScriptedNotifier confirming() {
        return new ScriptedNotifier(new DeliveryResult.Confirmed(200));
    }

    @Override
    public synchronized DeliveryResult deliver(Delivery delivery) {
        delivered.add(delivery);
        return results.size() > 1 ? results.removeFirst() : results.getFirst();
    }

    /** Every attempt that was made, in their order. */
    public synchronized List<Delivery> delivered() {
        return List.copyOf(delivered);
    }
}
