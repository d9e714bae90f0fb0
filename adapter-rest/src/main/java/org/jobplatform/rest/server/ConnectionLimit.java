package org.jobplatform.rest.server;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.grizzly.CloseListener;
import org.glassfish.grizzly.Closeable;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.ICloseType;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;

/** Closes what connects beyond the limit. */
final class ConnectionLimit extends BaseFilter {
    private final AtomicInteger open = new AtomicInteger();
    private final int limit;

    ConnectionLimit(int limit) {
        this.limit = limit;
    }

    @Override
    @SuppressWarnings("deprecation") // the type of a close has no successor yet
    public NextAction handleAccept(FilterChainContext ctx) throws IOException {
        Connection<?> connection = ctx.getConnection();
        boolean refused = open.incrementAndGet() > limit;
        // A listener, since the chain is not told of every end, and this is called even when it has ended already.
        CloseListener<Closeable, ICloseType> end = (closed, type) -> open.decrementAndGet();
        connection.addCloseListener(end);
        if (refused) {
            connection.closeSilently();
        }
        return ctx.getInvokeAction();
    }
}
