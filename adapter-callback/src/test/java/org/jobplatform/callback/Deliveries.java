package org.jobplatform.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jobplatform.application.egress.AllowList;
import org.jobplatform.application.egress.EgressGuard;
import org.jobplatform.application.egress.EgressPolicy;
import org.jobplatform.application.execution.SigningSecrets;
import org.jobplatform.application.port.InMemoryStorage;
import org.jobplatform.application.port.SequentialIds;
import org.jobplatform.application.port.SigningSecretStore;
import org.jobplatform.domain.callback.CallbackBody;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.callback.DeliveryPolicy;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.run.CallbackTarget;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.RunId;

/** What the tests of this package deliver, and the notifiers they do it with. */
final class Deliveries {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final InstantSource CLOCK = InstantSource.fixed(NOW);
    static final HttpNotifierSettings HASTY =
            new HttpNotifierSettings(Duration.ofSeconds(1), Duration.ofMillis(300), Duration.ofMillis(500));
    static final HostResolver NO_NAMES = name -> {
        throw new UnknownHostException(name);
    };

    private Deliveries() {}

    static Delivery to(String url) {
        return to(url, DeliveryPolicy.NATIVE);
    }

    static Delivery to(String url, DeliveryPolicy policy) {
        return Delivery.due(
                new DeliveryId("delivery-1"),
                new RunId("run-1"),
                ProjectPath.DEFAULT,
                1,
                Dialect.NATIVE,
                new CallbackTarget(URI.create(url)),
                new CallbackBody("application/json;charset=UTF-8", "{\"text\":\"grün €\"}"),
                policy,
                NOW);
    }

    static EgressGuard guardAllowing(String... entries) {
        return switch (AllowList.parse(List.of(entries))) {
            case AllowList.Parsed.Valid(AllowList list) -> new EgressGuard(new EgressPolicy(list, Set.of()));
            case AllowList.Parsed.Invalid(List<String> problems) -> throw new AssertionError(problems);
        };
    }

    static HttpNotifier notifier(HttpNotifierSettings settings) {
        return new HttpNotifier(guardAllowing("127.0.0.1"), NO_NAMES, secrets(), CLOCK, settings);
    }

    static HttpNotifier resolving(HostResolver resolver) {
        return new HttpNotifier(guardAllowing("127.0.0.1"), resolver, secrets(), CLOCK, HttpNotifierSettings.DEFAULT);
    }

    static SigningSecrets secrets() {
        return secrets(new InMemoryStorage(CLOCK).secrets());
    }

    static SigningSecrets secrets(SigningSecretStore store) {
        return new SigningSecrets(store, new SequentialIds(), CLOCK, System::nanoTime);
    }

    static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }

    static void assertThatNothingIsLeftOpen(HttpNotifier notifier) {
        for (int i = 0; i < 1_000 && notifier.connectionsInUse() > 0; i++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        assertThat(notifier.connectionsInUse()).isZero();
    }
}
