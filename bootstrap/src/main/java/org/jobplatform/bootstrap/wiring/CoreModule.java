package org.jobplatform.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.jobplatform.application.egress.EgressGuard;
import org.jobplatform.application.execution.CallbackFormats;
import org.jobplatform.application.execution.ConcludeRun;
import org.jobplatform.application.execution.DeliverCallbacks;
import org.jobplatform.application.execution.Dispatcher;
import org.jobplatform.application.execution.EndedRuns;
import org.jobplatform.application.execution.ExecuteRun;
import org.jobplatform.application.execution.FinishRun;
import org.jobplatform.application.execution.HearAnnouncements;
import org.jobplatform.application.execution.KeepLease;
import org.jobplatform.application.execution.KnownJobs;
import org.jobplatform.application.execution.LiveRuns;
import org.jobplatform.application.execution.Membership;
import org.jobplatform.application.execution.ProjectQuota;
import org.jobplatform.application.execution.ReapLostRuns;
import org.jobplatform.application.execution.RetainRuns;
import org.jobplatform.application.execution.RunEndings;
import org.jobplatform.application.execution.Signal;
import org.jobplatform.application.execution.SigningSecrets;
import org.jobplatform.application.execution.StopPatience;
import org.jobplatform.application.execution.StoreTime;
import org.jobplatform.application.execution.TaskRunners;
import org.jobplatform.application.execution.WatchLiveRuns;
import org.jobplatform.application.execution.WriteBehind;
import org.jobplatform.application.limit.FailedLogins;
import org.jobplatform.application.limit.Places;
import org.jobplatform.application.port.Announcements;
import org.jobplatform.application.port.ApiKeyStore;
import org.jobplatform.application.port.CallbackFormat;
import org.jobplatform.application.port.ChainStore;
import org.jobplatform.application.port.DeliveryStore;
import org.jobplatform.application.port.IdSource;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.application.port.LeaseStore;
import org.jobplatform.application.port.Notifier;
import org.jobplatform.application.port.PasswordHasher;
import org.jobplatform.application.port.RunContent;
import org.jobplatform.application.port.RunIndex;
import org.jobplatform.application.port.RunLog;
import org.jobplatform.application.port.RunNews;
import org.jobplatform.application.port.RunRetention;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.application.port.SessionStore;
import org.jobplatform.application.port.SigningSecretStore;
import org.jobplatform.application.port.TaskRunner;
import org.jobplatform.application.port.UserStore;
import org.jobplatform.application.usecase.AdministerUsers;
import org.jobplatform.application.usecase.ApplyJob;
import org.jobplatform.application.usecase.AwaitChain;
import org.jobplatform.application.usecase.AwaitRun;
import org.jobplatform.application.usecase.CallbackQueries;
import org.jobplatform.application.usecase.CallbackSecrets;
import org.jobplatform.application.usecase.ContinueChains;
import org.jobplatform.application.usecase.Credentials;
import org.jobplatform.application.usecase.DeleteJob;
import org.jobplatform.application.usecase.DeleteOldSessions;
import org.jobplatform.application.usecase.ExplainRun;
import org.jobplatform.application.usecase.FlowSteps;
import org.jobplatform.application.usecase.FollowRuns;
import org.jobplatform.application.usecase.JobQueries;
import org.jobplatform.application.usecase.JobSteps;
import org.jobplatform.application.usecase.PauseRun;
import org.jobplatform.application.usecase.RedeliverCallback;
import org.jobplatform.application.usecase.Requesters;
import org.jobplatform.application.usecase.ResumeRun;
import org.jobplatform.application.usecase.RetentionQueries;
import org.jobplatform.application.usecase.RunQueries;
import org.jobplatform.application.usecase.StartRun;
import org.jobplatform.application.usecase.StopJob;
import org.jobplatform.application.usecase.StopRun;
import org.jobplatform.bootstrap.settings.ServerSettings;

/** The use cases and the parts that carry runs out. */
public final class CoreModule extends AbstractModule {
    @Provides
    @Singleton
    @WorkSignal
    Signal workSignal() {
        return new Signal();
    }

    @Provides
    @Singleton
    @CallbackSignal
    Signal callbackSignal() {
        return new Signal();
    }

    @Provides
    @Singleton
    @ChainSignal
    Signal chainSignal() {
        return new Signal();
    }

    @Provides
    @Singleton
    @WatchSignal
    Signal watchSignal() {
        return new Signal();
    }

    @Provides
    @Singleton
    RunEndings runEndings(Announcements announcements, Membership membership) {
        return new RunEndings(announcements, membership);
    }

    @Provides
    @Singleton
    HearAnnouncements hearAnnouncements(
            Membership membership, RunEndings endings, @WorkSignal Signal work, @WatchSignal Signal watch) {
        return new HearAnnouncements(membership, endings, work, watch);
    }

    @Provides
    @Singleton
    TaskRunners taskRunners(List<TaskRunner> runners) {
        return new TaskRunners(runners);
    }

    @Provides
    @Singleton
    EndedRuns endedRuns(RunStore runs, RunIndex index, RunLog log) {
        return new EndedRuns(runs, index, log);
    }

    @Provides
    @Singleton
    CallbackFormats callbackFormats(List<CallbackFormat> formats, EndedRuns ended, IdSource ids) {
        return new CallbackFormats(formats, ended, ids);
    }

    @Provides
    @Singleton
    LiveRuns liveRuns(
            ServerSettings settings, RunLog log, RunContent content, InstantSource clock, @WorkSignal Signal work) {
        return new LiveRuns(settings.nodeWorkers(), log, content, clock, work, System::nanoTime);
    }

    @Provides
    @Singleton
    FinishRun finishRun(
            RunStore runs,
            CallbackFormats formats,
            RunEndings endings,
            KnownJobs jobs,
            StoreTime time,
            @WorkSignal Signal work,
            DeliverCallbacks callbacks,
            @ChainSignal Signal chains) {
        return new FinishRun(runs, formats, endings, jobs, time, work, callbacks, chains);
    }

    @Provides
    @Singleton
    KnownJobs knownJobs(JobStore jobs) {
        return new KnownJobs(jobs, System::nanoTime);
    }

    @Provides
    @Singleton
    ConcludeRun concludeRun(
            RunStore runs, JobStore jobs, TaskRunners runners, FinishRun finish, LiveRuns live, StoreTime time) {
        return new ConcludeRun(runs, jobs, runners, finish, live, time);
    }

    @Provides
    @Singleton
    ExecuteRun executeRun(
            KnownJobs jobs, TaskRunners runners, LiveRuns live, ConcludeRun conclude, InstantSource clock) {
        return new ExecuteRun(jobs, runners, live, conclude, clock);
    }

    @Provides
    @Singleton
    Dispatcher dispatcher(
            RunStore runs,
            LiveRuns live,
            Membership membership,
            ExecuteRun execute,
            ExecutorService threads,
            StoreTime time) {
        return new Dispatcher(runs, live, membership, execute, threads, time);
    }

    @Provides
    @Singleton
    WriteBehind writeBehind(LiveRuns live, RunStore runs, ConcludeRun conclude) {
        return new WriteBehind(live, runs, conclude);
    }

    @Provides
    @Singleton
    WatchLiveRuns watchLiveRuns(
            LiveRuns live, RunStore runs, Membership membership, ConcludeRun conclude, ServerSettings settings) {
        return new WatchLiveRuns(live, runs, membership, conclude, StopPatience.ofClean(settings.stopClean()));
    }

    @Provides
    @Singleton
    KeepLease keepLease(LeaseStore leases, LiveRuns live, Membership membership, ServerSettings settings) {
        return new KeepLease(leases, live, membership, settings.nodeLease(), System::nanoTime);
    }

    @Provides
    @Singleton
    ReapLostRuns reapLostRuns(
            LeaseStore leases,
            RunStore runs,
            DeliveryStore deliveries,
            JobStore jobs,
            TaskRunners runners,
            FinishRun finish,
            Membership membership,
            ServerSettings settings,
            InstantSource clock,
            @WorkSignal Signal work) {
        return new ReapLostRuns(
                leases, runs, deliveries, jobs, runners, finish, membership, settings.nodeLease(), clock, work);
    }

    @Provides
    @Singleton
    RetainRuns retainRuns(RunRetention retention, ServerSettings settings, InstantSource clock) {
        return new RetainRuns(retention, settings.retention(), clock);
    }

    @Provides
    @Singleton
    DeliverCallbacks deliverCallbacks(
            DeliveryStore deliveries,
            Notifier notifier,
            ExecutorService threads,
            IdSource ids,
            Membership membership,
            StoreTime time,
            @CallbackSignal Signal wake) {
        return new DeliverCallbacks(deliveries, notifier, threads, ids, membership, time, System::nanoTime, wake);
    }

    @Provides
    @Singleton
    StoreTime storeTime(DeliveryStore deliveries) {
        return new StoreTime(deliveries, System::nanoTime);
    }

    @Provides
    @Singleton
    SigningSecrets signingSecrets(SigningSecretStore store, IdSource ids, InstantSource clock) {
        return new SigningSecrets(store, ids, clock, System::nanoTime);
    }

    @Provides
    @Singleton
    CallbackSecrets callbackSecrets(JobStore jobs, SigningSecrets secrets, InstantSource clock) {
        return new CallbackSecrets(jobs, secrets, clock);
    }

    @Provides
    @Singleton
    CallbackQueries callbackQueries(RunStore runs, DeliveryStore deliveries) {
        return new CallbackQueries(runs, deliveries);
    }

    @Provides
    @Singleton
    RedeliverCallback redeliverCallback(
            RunStore runs,
            DeliveryStore deliveries,
            CallbackFormats formats,
            DeliverCallbacks deliver,
            StoreTime time) {
        return new RedeliverCallback(runs, deliveries, formats, deliver, time);
    }

    @Provides
    @Singleton
    StopRun stopRun(RunStore runs, FinishRun finish, LiveRuns live, InstantSource clock) {
        return new StopRun(runs, finish, live, clock);
    }

    @Provides
    @Singleton
    PauseRun pauseRun(
            RunStore runs, FinishRun finish, LiveRuns live, JobStore jobs, TaskRunners runners, InstantSource clock) {
        return new PauseRun(runs, finish, live, jobs, runners, clock);
    }

    @Provides
    @Singleton
    ResumeRun resumeRun(RunStore runs, FinishRun finish, LiveRuns live, InstantSource clock) {
        return new ResumeRun(runs, finish, live, clock);
    }

    @Provides
    @Singleton
    ExplainRun explainRun(
            RunQueries runs,
            RunIndex index,
            JobStore jobs,
            DeliveryStore deliveries,
            LiveRuns live,
            Membership membership,
            InstantSource clock) {
        return new ExplainRun(runs, index, jobs, deliveries, live, membership, clock);
    }

    @Provides
    @Singleton
    StopJob stopJob(RunIndex index, StopRun stop) {
        return new StopJob(index, stop);
    }

    @Provides
    @Singleton
    StartRun startRun(
            KnownJobs jobs,
            RunStore runs,
            TaskRunners runners,
            EgressGuard egress,
            CallbackFormats formats,
            StopJob replace,
            Membership membership,
            LiveRuns live,
            Dispatcher dispatcher,
            @WorkSignal Signal work,
            IdSource ids,
            InstantSource clock,
            ProjectQuota quota) {
        return new StartRun(
                jobs, runs, runners, egress, formats, replace, membership, live, dispatcher, work, ids, clock, quota);
    }

    @Provides
    @Singleton
    ProjectQuota projectQuota(RunIndex index, ServerSettings settings) {
        return new ProjectQuota(index, settings.limits().unfinished(), System::nanoTime);
    }

    @Provides
    @Singleton
    Requesters requesters(UserStore users) {
        return new Requesters(users);
    }

    @Provides
    @Singleton
    ContinueChains continueChains(
            ChainStore chains,
            StartRun start,
            KnownJobs jobs,
            Requesters requesters,
            CallbackFormats formats,
            StoreTime time,
            IdSource ids,
            InstantSource clock) {
        return new ContinueChains(chains, start, jobs, requesters, formats, time, ids, clock);
    }

    @Provides
    @Singleton
    AwaitRun awaitRun(RunStore runs, RunEndings endings, InstantSource clock, ServerSettings settings) {
        return new AwaitRun(runs, endings, clock, new Places(settings.limits().waits()));
    }

    @Provides
    @Singleton
    FlowSteps flowSteps(
            StartRun start,
            StopRun stop,
            RunStore runs,
            JobStore jobs,
            KnownJobs known,
            RunEndings endings,
            Requesters requesters) {
        return new FlowSteps(start, stop, runs, jobs, known, endings, requesters);
    }

    @Provides
    @Singleton
    FollowRuns followRuns(RunNews news, RunStore runs, InstantSource clock) {
        return new FollowRuns(news, runs, clock);
    }

    @Provides
    @Singleton
    AwaitChain awaitChain(AwaitRun await, RunStore runs, RunIndex index, RunEndings endings, InstantSource clock) {
        return new AwaitChain(await, runs, index, endings, clock);
    }

    @Provides
    @Singleton
    RunQueries runQueries(RunStore runs, RunIndex index, RunLog log, RunContent content) {
        return new RunQueries(runs, index, log, content);
    }

    @Provides
    @Singleton
    RetentionQueries retentionQueries(RunRetention retention, ServerSettings settings, InstantSource clock) {
        return new RetentionQueries(retention, settings.retention(), clock);
    }

    @Provides
    @Singleton
    JobQueries jobQueries(JobStore jobs) {
        return new JobQueries(jobs);
    }

    @Provides
    @Singleton
    JobSteps jobSteps(JobStore jobs, TaskRunners runners) {
        return new JobSteps(jobs, runners);
    }

    @Provides
    @Singleton
    ApplyJob applyJob(JobStore jobs, TaskRunners runners, IdSource ids, InstantSource clock) {
        return new ApplyJob(jobs, runners, ids, clock);
    }

    @Provides
    @Singleton
    DeleteJob deleteJob(JobStore jobs) {
        return new DeleteJob(jobs);
    }

    @Provides
    @Singleton
    Credentials credentials(
            UserStore users,
            SessionStore sessions,
            ApiKeyStore keys,
            PasswordHasher passwords,
            IdSource ids,
            InstantSource clock) {
        return new Credentials(
                users, sessions, keys, passwords, ids, clock, System::nanoTime, new FailedLogins(System::nanoTime));
    }

    @Provides
    @Singleton
    DeleteOldSessions deleteOldSessions(SessionStore sessions, InstantSource clock) {
        return new DeleteOldSessions(sessions, clock);
    }

    @Provides
    @Singleton
    AdministerUsers administerUsers(
            UserStore users, ApiKeyStore keys, PasswordHasher passwords, IdSource ids, InstantSource clock) {
        return new AdministerUsers(users, keys, passwords, ids, clock);
    }
}
