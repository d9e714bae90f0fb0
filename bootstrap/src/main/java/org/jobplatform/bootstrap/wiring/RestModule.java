package org.jobplatform.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jobplatform.application.execution.Membership;
import org.jobplatform.application.port.CallbackFormat;
import org.jobplatform.application.usecase.ApplyJob;
import org.jobplatform.application.usecase.AwaitRun;
import org.jobplatform.application.usecase.CallbackQueries;
import org.jobplatform.application.usecase.CallbackSecrets;
import org.jobplatform.application.usecase.Credentials;
import org.jobplatform.application.usecase.DeleteJob;
import org.jobplatform.application.usecase.ExplainRun;
import org.jobplatform.application.usecase.JobQueries;
import org.jobplatform.application.usecase.PauseRun;
import org.jobplatform.application.usecase.RedeliverCallback;
import org.jobplatform.application.usecase.ResumeRun;
import org.jobplatform.application.usecase.RetentionQueries;
import org.jobplatform.application.usecase.RunQueries;
import org.jobplatform.application.usecase.StartRun;
import org.jobplatform.application.usecase.StopJob;
import org.jobplatform.application.usecase.StopRun;
import org.jobplatform.bootstrap.settings.ServerSettings;
import org.jobplatform.persistence.Database;
import org.jobplatform.rest.access.AccessControl;
import org.jobplatform.rest.infolink.InfolinkApi;
import org.jobplatform.rest.informatica.InformaticaApi;
import org.jobplatform.rest.informatica.InformaticaCallbackFormat;
import org.jobplatform.rest.nativeapi.NativeApi;
import org.jobplatform.rest.nativeapi.NativeCallbackFormat;
import org.jobplatform.rest.server.RestServer;
import org.jobplatform.rest.server.RestServerSettings;
import org.jobplatform.rest.server.ServedDialect;
import org.jobplatform.rest.starfish.StarfishApi;
import org.jobplatform.rest.starfish.StarfishCallbackFormat;

/** The HTTP interfaces: each dialect's parts, access control over all of them, and the server they stand on. */
public final class RestModule extends AbstractModule {
    @Provides
    @Singleton
    List<CallbackFormat> callbackFormats(ServerSettings settings, RunQueries runs) {
        return List.of(
                new InformaticaCallbackFormat(settings.callbackInformaticaPolicy()),
                new NativeCallbackFormat(),
                new StarfishCallbackFormat(runs));
    }

    @Provides
    @Singleton
    InformaticaApi informatica(
            Credentials credentials,
            JobQueries jobs,
            RunQueries runs,
            StartRun start,
            StopJob stop,
            InstantSource clock,
            ServerSettings settings) {
        return new InformaticaApi(credentials, jobs, runs, start, stop, clock, settings.httpPublicUrl());
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
            AwaitRun await,
            ServerSettings settings) {
        return new StarfishApi(credentials, jobs, runs, start, await, settings.restSyncWait());
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
                        retention),
                settings.restSyncWait(),
                () -> membership.isAccepting() && database.isReachable());
    }

    @Provides
    @Singleton
    RestServer restServer(
            ServerSettings settings,
            Credentials credentials,
            InformaticaApi informatica,
            StarfishApi starfish,
            InfolinkApi infolink,
            NativeApi nativeApi) {
        AccessControl access = new AccessControl(
                credentials,
                List.of(
                        informatica.credentials(),
                        starfish.credentials(),
                        infolink.credentials(),
                        nativeApi.credentials()));
        List<Object> components = Stream.of(
                        List.<Object>of(access),
                        informatica.resources(),
                        starfish.resources(),
                        infolink.resources(),
                        nativeApi.components())
                .flatMap(List::stream)
                .toList();
        List<ServedDialect> dialects = Stream.of(
                        informatica.dialects(), starfish.dialects(), List.of(infolink.dialect(), nativeApi.dialect()))
                .flatMap(List::stream)
                .toList();
        return new RestServer(
                RestServerSettings.standard(settings.httpHost(), settings.httpPort(), settings.httpHosts()),
                dialects,
                components);
    }
}
