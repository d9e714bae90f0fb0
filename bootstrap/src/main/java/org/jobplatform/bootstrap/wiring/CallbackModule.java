package org.jobplatform.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jobplatform.application.egress.EgressGuard;
import org.jobplatform.application.egress.EgressPolicy;
import org.jobplatform.application.egress.ListenAddress;
import org.jobplatform.application.execution.SigningSecrets;
import org.jobplatform.application.port.Notifier;
import org.jobplatform.bootstrap.settings.ServerSettings;
import org.jobplatform.callback.HostResolver;
import org.jobplatform.callback.HttpNotifier;
import org.jobplatform.callback.HttpNotifierSettings;

/** The way out: the one egress guard, and the notifier behind it. */
public final class CallbackModule extends AbstractModule {
    @Provides
    @Singleton
    EgressGuard egressGuard(ServerSettings settings) throws UnknownHostException, SocketException {
        return new EgressGuard(new EgressPolicy(settings.callbackAllow(), ownAddresses(settings)));
    }

    @Provides
    @Singleton
    HttpNotifier httpNotifier(EgressGuard egress, SigningSecrets secrets, InstantSource clock) {
        return new HttpNotifier(egress, HostResolver.SYSTEM, secrets, clock, HttpNotifierSettings.DEFAULT);
    }

    @Provides
    @Singleton
    Notifier notifier(HttpNotifier http) {
        return http;
    }

    private static Set<ListenAddress> ownAddresses(ServerSettings settings)
            throws UnknownHostException, SocketException {
        InetAddress bound = InetAddress.getByName(settings.httpHost());
        Stream<InetAddress> addresses = bound.isAnyLocalAddress()
                ? Stream.concat(
                        Stream.of(bound), NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses))
                : Stream.of(bound);
        return addresses
                .map(address -> new ListenAddress(address, settings.httpPort()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
