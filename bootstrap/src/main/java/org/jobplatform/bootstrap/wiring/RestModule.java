package org.jobplatform.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jobplatform.application.execution.Membership;
import org.jobplatform.application.limit.Rate;
import org.jobplatform.application.network.Cidr;
import org.jobplatform.application.port.CallbackFormat;
import org.jobplatform.application.usecase.ApplyJob;
import org.jobplatform.application.usecase.AwaitChain;
import org.jobplatform.application.usecase.AwaitRun;
import org.jobplatform.application.usecase.CallbackQueries;
import org.jobplatform.application.usecase.CallbackSecrets;
import org.jobplatform.application.usecase.Credentials;
import org.jobplatform.application.usecase.DeleteJob;
import org.jobplatform.application.usecase.ExplainRun;
import org.jobplatform.application.usecase.FollowRuns;
import org.jobplatform.application.usecase.JobQueries;
import org.jobplatform.application.usecase.JobSteps;
import org.jobplatform.application.usecase.PauseRun;
import org.jobplatform.application.usecase.RedeliverCallback;
import org.jobplatform.application.usecase.ResumeRun;
import org.jobplatform.application.usecase.RetentionQueries;
import org.jobplatform.application.usecase.RunQueries;
import org.jobplatform.application.usecase.StartRun;
import org.jobplatform.application.usecase.StopJob;
import org.jobplatform.application.usecase.StopRun;
import org.jobplatform.bootstrap.settings.LimitSettings;
import org.jobplatform.bootstrap.settings.ServerSettings;
import org.jobplatform.persistence.Database;
import org.jobplatform.rest.access.AccessControl;
import org.jobplatform.rest.access.CallRates;
import org.jobplatform.rest.infolink.InfolinkApi;
import org.jobplatform.rest.informatica.InformaticaApi;
import org.jobplatform.rest.informatica.InformaticaCallbackFormat;
import org.jobplatform.rest.nativeapi.NativeApi;
import org.jobplatform.rest.nativeapi.NativeCallbackFormat;
import org.jobplatform.rest.nexus.NexusApi;
import org.jobplatform.rest.server.RestServer;
import org.jobplatform.rest.server.RestServerSettings;
import org.jobplatform.rest.server.ServedDialect;
import org.jobplatform.rest.server.TlsKeys;
import org.jobplatform.rest.starfish.StarfishApi;
import org.jobplatform.rest.starfish.StarfishCallbackFormat;

/** The HTTP interfaces: each dialect's parts, access control over all of them, and the server they stand on. */
public final class RestModule extends AbstractModule {
    /** From where many clients may come, when a proxy on this machine is not named. */
    private static final List<Cidr> THIS_MACHINE = List.of(Cidr.parse("127.0.0.0/8"), Cidr.parse("::1"));

    private final Optional<TlsKeys> tls;

    /** @param tls the keys to speak TLS with; clear text when empty */
    public RestModule(Optional<TlsKeys> tls) {
        this.tls = tls;
    }

    @Provides
    @Singleton
    List<CallbackFormat> callbackFormats(ServerSettings settings) {
        return List.of(
                new InformaticaCallbackFormat(settings.callbackInformaticaPolicy()),
                new NativeCallbackFormat(),
                new StarfishCallbackFormat());
    }

    @Provides
    @Singleton
    InformaticaApi informatica(
            Credentials credentials,
            JobQueries jobs,
            JobSteps steps,
            RunQueries runs,
            StartRun start,
            StopJob stop,
            InstantSource clock,
            ServerSettings settings) {
        return new InformaticaApi(credentials, jobs, steps, runs, start, stop, clock, settings.httpPublicUrl());
    }

    @Provides
    @Singleton
    InfolinkApi infolink(
            JobQueries jobs, RunQueries runs, StartRun start, StopRun stop, AwaitRun await, ServerSettings settings) {
        return new InfolinkApi(jobs, runs, start, stop, await, settings.restSyncWait());
    }

    @Provides
    @Singleton
    StarfishApi starfish(
            Credentials credentials,
            JobQueries jobs,
            RunQueries runs,
            StartRun start,
            AwaitChain await,
            ServerSettings settings) {
        return new StarfishApi(credentials, jobs, runs, start, await, settings.restSyncWait());
    }

    @Provides
    @Singleton
    NexusApi nexus(Credentials credentials, RunQueries runs) {
        return new NexusApi(credentials, runs);
    }

    @Provides
    @Singleton
    NativeApi nativeApi(
            JobQueries jobs,
            ApplyJob applyJob,
            DeleteJob deleteJob,
            RunQueries runs,
            StartRun start,
            StopRun stop,
            PauseRun pause,
            ResumeRun resume,
            ExplainRun explain,
            AwaitRun await,
            CallbackQueries callbacks,
            RedeliverCallback redeliver,
            CallbackSecrets callbackSecrets,
            RetentionQueries retention,
            FollowRuns followRuns,
            NativeApi.Accounts accounts,
            ServerSettings settings,
            Database database,
            Membership membership) {
        return new NativeApi(
                new NativeApi.UseCases(
                        jobs,
                        applyJob,
                        deleteJob,
                        runs,
                        start,
                        stop,
                        pause,
                        resume,
                        explain,
                        await,
                        callbacks,
                        redeliver,
                        callbackSecrets,
                        retention,
                        followRuns,
                        accounts),
                settings.restSyncWait(),
                () -> membership.isAccepting() && database.isReachable());
    }

    @Provides
    @Singleton
    AccessControl accessControl(
            Credentials credentials,
            InformaticaApi informatica,
            StarfishApi starfish,
            InfolinkApi infolink,
            NexusApi nexus,
            NativeApi nativeApi,
            ServerSettings settings) {
        return new AccessControl(
                credentials,
                List.of(
                        informatica.credentials(),
                        starfish.credentials(),
                        infolink.credentials(),
                        nexus.credentials(),
                        nativeApi.credentials()),
                rates(settings.limits()));
    }

    @Provides
    @Singleton
    RestServer restServer(
            ServerSettings settings,
            AccessControl access,
            InformaticaApi informatica,
            StarfishApi starfish,
            InfolinkApi infolink,
            NexusApi nexus,
            NativeApi nativeApi) {
        List<Object> components = Stream.of(
                        List.<Object>of(access),
                        informatica.resources(),
                        starfish.resources(),
                        infolink.resources(),
                        nexus.resources(),
                        nativeApi.components())
                .flatMap(List::stream)
                .toList();
        List<ServedDialect> dialects = Stream.of(
                        informatica.dialects(),
                        starfish.dialects(),
                        List.of(infolink.dialect(), nexus.dialect(), nativeApi.dialect()))
                .flatMap(List::stream)
                .toList();
        return new RestServer(server(settings), dialects, components);
    }

    private RestServerSettings server(ServerSettings settings) {
        Set<String> hosts = Stream.concat(
                        settings.httpHosts().stream(), settings.httpPublicUrl().map(URI::getHost).stream())
                .collect(Collectors.toUnmodifiableSet());
        LimitSettings limits = settings.limits();
        List<Cidr> crowds = Stream.concat(THIS_MACHINE.stream(), settings.httpProxies().stream())
                .toList();
        RestServerSettings standard = RestServerSettings.standard(settings.httpHost(), settings.httpPort(), hosts);
        return tls.map(standard::secured)
                .orElse(standard)
                .behind(settings.httpProxies())
                .with(RestServerSettings.Limits.STANDARD.with(
                        limits.connections(),
                        limits.connectionsOfSource(),
                        crowds,
                        limits.requests().orElse(0)));
    }

    private static CallRates rates(LimitSettings limits) {
        return new CallRates(rate(limits.starts()), rate(limits.stops()));
    }

    private static Optional<Rate> rate(OptionalInt perSecond) {
        return perSecond.isPresent() ? Optional.of(new Rate(perSecond.getAsInt(), System::nanoTime)) : Optional.empty();
    }
}
