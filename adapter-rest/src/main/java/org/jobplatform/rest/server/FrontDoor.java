package org.jobplatform.rest.server;

import java.util.concurrent.ScheduledExecutorService;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.FileCacheFilter;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.NetworkListener;

/**
 * Rebuilds Grizzly's chain for a listener: connection limit, our codec, the idle time-out it came with, our gate, and
 * Jersey straight behind it. Grizzly's own mapping of URLs is left out, as it answers bad escapes with a stack trace.
 */
final class FrontDoor implements AddOn {
    private final RestServerSettings settings;
    private final Errors errors;
    private final ScheduledExecutorService deadlines;
    private final HttpHandler jersey;

    FrontDoor(RestServerSettings settings, Errors errors, ScheduledExecutorService deadlines, HttpHandler jersey) {
        this.settings = settings;
        this.errors = errors;
        this.deadlines = deadlines;
        this.jersey = jersey;
    }

    @Override
    public void setup(NetworkListener listener, FilterChainBuilder chain) {
        Refuser refuser = new Refuser(errors);
        RequestGate gate = new RequestGate(settings, refuser, deadlines);
        int codec = chain.indexOfType(org.glassfish.grizzly.http.HttpServerFilter.class);
        chain.set(codec, new HttpCodec(settings.limits(), listener.getKeepAlive(), gate, refuser));
        chain.set(chain.indexOfType(FileCacheFilter.class), gate);
        chain.add(1, new ConnectionLimit(settings.limits()));
        ((HttpServerFilter) chain.get(chain.indexOfType(HttpServerFilter.class))).setHttpHandler(jersey);
    }
}
