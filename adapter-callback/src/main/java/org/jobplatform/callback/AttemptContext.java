package org.jobplatform.callback;

import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.jspecify.annotations.Nullable;

/** Knows how to end the connection of one attempt. */
final class AttemptContext extends HttpClientContext {

    private @Nullable Runnable disconnect;
    private boolean over;

    /** Takes note of the connection, or ends it at once when the attempt is over already. */
    synchronized void connected(Runnable howToDisconnect) {
        disconnect = howToDisconnect;
        if (over) {
            howToDisconnect.run();
        }
    }

    /** Ends the connection, if there is or will be one. */
    synchronized void end() {
        over = true;
        if (disconnect != null) {
            disconnect.run();
        }
    }
}
