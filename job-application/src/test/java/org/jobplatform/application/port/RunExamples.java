package org.jobplatform.application.port;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jobplatform.domain.callback.CallbackBody;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.callback.DeliveryPolicy;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.CallbackTarget;
import org.jobplatform.domain.run.ChainPlan;
import org.jobplatform.domain.run.ContentDescription;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.LoggingLevel;
import org.jobplatform.domain.run.Origin;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.RowRange;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunRequest;
import org.jobplatform.domain.run.StopMode;
import org.jobplatform.domain.run.StopRequest;

/** Ordinary values around runs for tests. Times are whole seconds, which every store keeps exactly. */
public final class RunExamples {
    /** When example runs are started. */
    public static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    /** A node. */
    public static final Owner NODE = new Owner("node-1", "boot-1");

    /** Another node. */
    public static final Owner OTHER_NODE = new Owner("node-2", "boot-1");

    private RunExamples() {}

    /** A request of the native dialect without parameters or callback. */
    public static RunRequest request() {
        return request(0, Dialect.NATIVE);
    }

    /** A request of this priority and dialect. */
    public static RunRequest request(int priority, Dialect dialect) {
        return request(priority, dialect, "alice");
    }

    /** A request of this user. */
    public static RunRequest requestOf(String requester) {
        return request(0, Dialect.NATIVE, requester);
    }

    private static RunRequest request(int priority, Dialect dialect, String requester) {
        return new RunRequest(
                Map.of(),
                Optional.empty(),
                RowRange.ALL,
                1,
                LoggingLevel.MEDIUM,
                priority,
                Optional.empty(),
                dialect,
                requester,
                "192.0.2.7");
    }

    /** A request that says something in every part. */
    public static RunRequest everyPart() {
        return new RunRequest(
                Map.of("region", "eu", "EMPTY", "", "text", "ä\t\n\"€\" 𝄞"),
                Optional.of("first line\nsecond \"line\""),
                new RowRange(5, OptionalLong.of(5_000_000_000L)),
                8,
                LoggingLevel.HIGH,
                -7,
                Optional.of(new CallbackTarget(URI.create("https://receiver.example:8443/path?x=%20y"))),
                Dialect.INFORMATICA,
                "bob@example.org",
                "2001:db8::1",
                Optional.of(new ChainPlan(
                        List.of(new JobId("b"), new JobId("c.3")), Map.of("region", "eu", "text", "ä\n€𝄞"))),
                Optional.of(new Origin(Origin.Kind.CHAIN, new RunId("before"), new RunId("first"), 7)));
    }

    /** A wish of alice's to stop. */
    public static StopRequest stop(StopMode mode, Instant at) {
        return new StopRequest(mode, "no longer wanted", "alice", at);
    }

    /** What a run may leave for download. */
    public static ContentDescription content() {
        return new ContentDescription("text/csv", "größe 1.csv", 5_000_000_000L, "0123456789abcdef".repeat(4));
    }

    /** The first callback of a run, due now, to a receiver of its own. */
    public static Delivery delivery(Run run, String id, Instant now) {
        return delivery(run, id, "https://" + id + ".example/done", now);
    }

    /** The first callback of a run, due now, by the rules of the native dialect. */
    public static Delivery delivery(Run run, String id, String url, Instant now) {
        return delivery(run, id, 1, url, DeliveryPolicy.NATIVE, now);
    }

    /** A callback of a run, due now. */
    public static Delivery delivery(Run run, String id, int number, String url, DeliveryPolicy policy, Instant now) {
        return Delivery.due(
                new DeliveryId(id),
                run.id(),
                run.job().project(),
                number,
                run.request().dialect(),
                new CallbackTarget(URI.create(url)),
                new CallbackBody("application/json", "{\"run\":\"" + run.id() + "\",\"text\":\"ä€𝄞\"}"),
                policy,
                now);
    }
}
