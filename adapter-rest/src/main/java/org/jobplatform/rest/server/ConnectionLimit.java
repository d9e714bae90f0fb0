package org.jobplatform.rest.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.grizzly.CloseListener;
import org.glassfish.grizzly.Closeable;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.ICloseType;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.jobplatform.application.limit.Sources;

/** Closes what connects beyond the limits, of all together and of one source. */
final class ConnectionLimit extends BaseFilter {
    private final AtomicInteger open = new AtomicInteger();
    private final Map<String, Integer> openBySource = new ConcurrentHashMap<>();
    private final RestServerSettings.Limits limits;

    ConnectionLimit(RestServerSettings.Limits limits) {
        this.limits = limits;
    }

    @Override
    @SuppressWarnings("deprecation") // the type of a close has no successor yet
    public NextAction handleAccept(FilterChainContext ctx) throws IOException {
        Connection<?> connection = ctx.getConnection();
        InetAddress peer = ((InetSocketAddress) connection.getPeerAddress()).getAddress();
        String source = Sources.key(peer);
        boolean tooMany = open.incrementAndGet() > limits.connections();
        boolean tooManyOfSource = openBySource.merge(source, 1, Integer::sum) > limits.connectionsOfSource()
                && limits.crowds().stream().noneMatch(range -> range.contains(peer));
        // A listener, since the chain is not told of every end, and this is called even when it has ended already.
        CloseListener<Closeable, ICloseType> end = (closed, type) -> {
            open.decrementAndGet();
            openBySource.computeIfPresent(source, (key, count) -> count == 1 ? null : count - 1);
        };
        connection.addCloseListener(end);
        if (tooMany || tooManyOfSource) {
            connection.closeSilently();
        }
        return ctx.getInvokeAction();
    }
}
