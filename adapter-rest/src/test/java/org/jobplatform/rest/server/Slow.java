package org.jobplatform.rest.server;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Answers when the test lets it. */
@Path("/slow")
public final class Slow {
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch released = new CountDownLatch(1);

    /** Waits to be released. */
    @GET
    public String wait(@Context ContainerRequestContext request) throws InterruptedException {
        entered.countDown();
        boolean free = released.await(20, TimeUnit.SECONDS);
        return free + " for " + request.getProperty(RestServer.CLIENT_ADDRESS);
    }
}
