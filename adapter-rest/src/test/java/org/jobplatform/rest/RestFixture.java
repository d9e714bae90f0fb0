package org.jobplatform.rest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jobplatform.application.egress.AllowList;
import org.jobplatform.application.egress.EgressGuard;
import org.jobplatform.application.egress.EgressPolicy;
import org.jobplatform.application.execution.CallbackFormats;
import org.jobplatform.application.execution.ConcludeRun;
import org.jobplatform.application.execution.DeliverCallbacks;
import org.jobplatform.application.execution.Dispatcher;
import org.jobplatform.application.execution.EndedRuns;
import org.jobplatform.application.execution.ExecuteRun;
import org.jobplatform.application.execution.FinishRun;
import org.jobplatform.application.execution.KnownJobs;
import org.jobplatform.application.execution.LiveRuns;
import org.jobplatform.application.execution.Membership;
import org.jobplatform.application.execution.ProjectQuota;
import org.jobplatform.application.execution.RunEndings;
import org.jobplatform.application.execution.Signal;
import org.jobplatform.application.execution.SigningSecrets;
import org.jobplatform.application.execution.StoreTime;
import org.jobplatform.application.execution.TaskRunners;
import org.jobplatform.application.execution.WriteBehind;
import org.jobplatform.application.limit.FailedLogins;
import org.jobplatform.application.limit.Places;
import org.jobplatform.application.port.CallbackFormat;
import org.jobplatform.application.port.DeliveryStore;
import org.jobplatform.application.port.Eventually;
import org.jobplatform.application.port.FastPasswordHasher;
import org.jobplatform.application.port.InMemoryStorage;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.application.port.Notifier;
import org.jobplatform.application.port.RunIndex;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.application.port.ScriptedNotifier;
import org.jobplatform.application.port.ScriptedTaskRunner.Script;
import org.jobplatform.application.port.SequentialIds;
import org.jobplatform.application.port.SettableTime;
import org.jobplatform.application.port.TaskRunner.Step;
import org.jobplatform.application.usecase.ApiKeyQueries;
import org.jobplatform.application.usecase.ApplyJob;
import org.jobplatform.application.usecase.AwaitChain;
import org.jobplatform.application.usecase.AwaitRun;
import org.jobplatform.application.usecase.CallbackQueries;
import org.jobplatform.application.usecase.CallbackSecrets;
import org.jobplatform.application.usecase.ChangePassword;
import org.jobplatform.application.usecase.ContinueChains;
import org.jobplatform.application.usecase.Credentials;
import org.jobplatform.application.usecase.DeleteJob;
import org.jobplatform.application.usecase.DeleteUser;
import org.jobplatform.application.usecase.ExplainRun;
import org.jobplatform.application.usecase.FollowRuns;
import org.jobplatform.application.usecase.JobQueries;
import org.jobplatform.application.usecase.JobSteps;
import org.jobplatform.application.usecase.MakeApiKey;
import org.jobplatform.application.usecase.PauseRun;
import org.jobplatform.application.usecase.RedeliverCallback;
import org.jobplatform.application.usecase.Requesters;
import org.jobplatform.application.usecase.ResumeRun;
import org.jobplatform.application.usecase.RetentionQueries;
import org.jobplatform.application.usecase.RevokeApiKey;
import org.jobplatform.application.usecase.RunQueries;
import org.jobplatform.application.usecase.StartRun;
import org.jobplatform.application.usecase.StopJob;
import org.jobplatform.application.usecase.StopRun;
import org.jobplatform.application.usecase.UserQueries;
import org.jobplatform.application.usecase.WriteUser;
import org.jobplatform.domain.access.ApiKey;
import org.jobplatform.domain.access.Grants;
import org.jobplatform.domain.access.KeyLimits;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.access.User;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.RetentionPolicy;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunNumber;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.rest.access.AccessControl;
import org.jobplatform.rest.access.CallRates;
import org.jobplatform.rest.access.CredentialReader;
import org.jobplatform.rest.server.RestServer;
import org.jobplatform.rest.server.RestServerSettings;
import org.jobplatform.rest.server.ServedDialect;

/**
 * One node of the platform in memory, for tests of dialects over a real port: the real use cases, stores in memory, a
 * clock that stands still, runs that are held until the test ends them, and no loops. What a loop would do, a test asks for.
 */
public final class RestFixture implements AutoCloseable {
    /** What the clock shows at first. */
    public static final Instant START = Instant.parse("2013-02-27T18:57:51.750Z");

    /** How many unfinished runs a project may have. */
    public static final int MOST_UNFINISHED = 600;

    private final Outage outage = new Outage();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SequentialIds ids = new SequentialIds();
    private final SettableTime time = new SettableTime(START);
    private final InMemoryStorage storage = new InMemoryStorage(time);
    private final JobStore jobStore = outage.over(JobStore.class, storage.jobs());
    private final RunStore runStore = outage.over(RunStore.class, storage.runs());
    private final RunIndex runIndex = outage.over(RunIndex.class, storage.index());
    private final HeldRuns held = new HeldRuns();
    private final TaskRunners runners = new TaskRunners(List.of(
            held.runner("noop").pausing(),
            held.runner("stubborn"),
            held.runner("rows").takingRows(),
            held.runner("flow").stepping(RestFixture::steps)));
    private final Signal work = new Signal();
    private final Membership membership = new Membership("node-1", ids);
    private final RunEndings endings = new RunEndings(storage.announcements(), membership);
    private final LiveRuns live = new LiveRuns(
            64,
            storage.log(),
            storage.content(),
            time,
            work,
            () -> Duration.between(START, time.instant()).toNanos());
    private final FastPasswordHasher passwords = new FastPasswordHasher();
    private final Places waits = new Places(10);
    private final AtomicLong looks = new AtomicLong();
    private final Credentials credentials = new Credentials(
            storage.users(),
            storage.sessions(),
            storage.keys(),
            passwords,
            ids,
            time,
            this::alwaysLater,
            new FailedLogins(this::nanos));
    private volatile Notifier receiver = ScriptedNotifier.confirming();
    private final DeliveryStore deliveryStore = outage.over(DeliveryStore.class, storage.deliveries());
    private final StoreTime storeTime = new StoreTime(deliveryStore, this::nanos);
    private final DeliverCallbacks deliver = new DeliverCallbacks(
            deliveryStore,
            delivery -> receiver.deliver(delivery),
            threads,
            ids,
            membership,
            storeTime,
            this::nanos,
            new Signal());
    private final RedeliverCallback redeliver;
    private final StartRun start;
    private final StopRun stop;
    private final StopJob stopJob;
    private final PauseRun pause;
    private final ResumeRun resume;
    private final WriteBehind writeBehind;
    private CallRates rates = CallRates.UNLIMITED;
    private final ContinueChains chains;
    private final List<RestServer> servers = new ArrayList<>();

    /** A node that knows these callback formats, and calls public addresses only. */
    public RestFixture(CallbackFormat... formats) {
        KnownJobs knownJobs = new KnownJobs(jobStore, this::alwaysLater);
        storage.leases().join(membership.owner(), Duration.ofDays(1));
        CallbackFormats known =
                new CallbackFormats(List.of(formats), new EndedRuns(runStore, runIndex, storage.log()), ids);
        FinishRun finish = new FinishRun(runStore, known, endings, knownJobs, storeTime, work, deliver, new Signal());
        ConcludeRun conclude = new ConcludeRun(runStore, jobStore, runners, finish, live, time);
        ExecuteRun execute = new ExecuteRun(knownJobs, runners, live, conclude, time);
        Dispatcher dispatcher = new Dispatcher(runStore, live, membership, execute, threads, time);
        EgressGuard egress = new EgressGuard(new EgressPolicy(AllowList.NONE, Set.of()));
        stop = new StopRun(runStore, finish, live, time);
        pause = new PauseRun(runStore, finish, live, jobStore, runners, time);
        resume = new ResumeRun(runStore, finish, live, time);
        stopJob = new StopJob(runIndex, stop);
        redeliver = new RedeliverCallback(runStore, deliveryStore, known, deliver, storeTime);
        writeBehind = new WriteBehind(live, runStore, conclude);
        ProjectQuota quota = new ProjectQuota(runIndex, OptionalInt.of(MOST_UNFINISHED), this::alwaysLater);
        start = new StartRun(
                knownJobs,
                runStore,
                runners,
                egress,
                known,
                stopJob,
                membership,
                live,
                dispatcher,
                work,
                ids,
                time,
                quota);
        Requesters requesters = new Requesters(storage.users());
        chains = new ContinueChains(storage.chains(), start, knownJobs, requesters, known, storeTime, ids, time);
    }

    /** So much later at each look that nothing read before counts. */
    private long alwaysLater() {
        return looks.addAndGet(Duration.ofHours(1).toNanos());
    }

    /** Servers that are made from now on let users call no oftener than this. */
    public void limit(CallRates most) {
        rates = most;
    }

    /** A server on a free port that speaks these dialects; closed with the fixture. */
    public RestServer serve(
            Collection<ServedDialect> dialects,
            Collection<?> resources,
            Collection<? extends CredentialReader> readers) {
        List<Object> components = new ArrayList<>(resources);
        components.add(new AccessControl(credentials, readers, rates));
        RestServer server = new RestServer(
                RestServerSettings.standard("127.0.0.1", 0, Set.of("test.example")), dialects, components);
        server.start();
        servers.add(server);
        return server;
    }

    /** The address of this path on a server. */
    public static URI uri(RestServer server, String path) {
        return URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    }

    /** The clock of every part. */
    public SettableTime time() {
        return time;
    }

    /** The stores themselves, which no outage reaches. */
    public InMemoryStorage storage() {
        return storage;
    }

    /** Logs users in. */
    public Credentials credentials() {
        return credentials;
    }

    /** Looks jobs up. */
    public JobQueries jobs() {
        return new JobQueries(jobStore);
    }

    /** Tells the steps of jobs: of one with the runner {@code flow}, those that its setting {@code steps} names. */
    public JobSteps steps() {
        return new JobSteps(jobStore, runners);
    }

    private static List<Step> steps(Map<String, Object> settings) {
        return settings.get("steps") instanceof List<?> named
                ? named.stream()
                        .map(step -> new Step(step.toString(), Optional.empty()))
                        .toList()
                : List.of();
    }

    /** Makes and changes jobs. */
    public ApplyJob applyJob() {
        return new ApplyJob(jobStore, runners, ids, time);
    }

    /** Deletes jobs. */
    public DeleteJob deleteJob() {
        return new DeleteJob(jobStore);
    }

    /** Looks runs up. */
    public RunQueries runs() {
        return new RunQueries(runStore, runIndex, storage.log(), storage.content());
    }

    /** Tells which runs are old: those of two days ago, but for the last of each job. */
    public RetentionQueries retention() {
        return new RetentionQueries(storage.retention(), Optional.of(new RetentionPolicy(Duration.ofDays(2), 1)), time);
    }

    /** Waits for runs. */
    public AwaitRun await() {
        return new AwaitRun(runStore, endings, time, waits);
    }

    /** Takes every place of those who may wait for runs. */
    public void fillWaits() {
        for (int place = 0; place < 10; place++) {
            waits.take("for a test");
        }
    }

    /** Follows runs. */
    public FollowRuns follow() {
        return new FollowRuns(storage.news(), runStore, time);
    }

    /** Waits for chains. */
    public AwaitChain awaitChain() {
        return new AwaitChain(await(), runStore, runIndex, endings, time);
    }

    /** Starts runs. */
    public StartRun start() {
        return start;
    }

    /** Looks callbacks up. */
    public CallbackQueries callbacks() {
        return new CallbackQueries(runStore, deliveryStore);
    }

    /** Makes further callbacks. */
    public RedeliverCallback redeliver() {
        return redeliver;
    }

    /** Shows and changes the secrets that sign callbacks. */
    public CallbackSecrets callbackSecrets() {
        return new CallbackSecrets(jobStore, new SigningSecrets(storage.secrets(), ids, time, this::nanos), time);
    }

    /** From now on the receivers of callbacks answer like this. */
    public void receive(Notifier next) {
        receiver = next;
    }

    private long nanos() {
        return Duration.between(START, time.instant()).toNanos();
    }

    /** Stops runs. */
    public StopRun stop() {
        return stop;
    }

    /** Holds runs. */
    public PauseRun pause() {
        return pause;
    }

    /** Lets runs go on. */
    public ResumeRun resume() {
        return resume;
    }

    /** Explains runs. */
    public ExplainRun explain() {
        return new ExplainRun(runs(), runIndex, jobStore, storage.deliveries(), live, membership, time);
    }

    /** Stops the runs of jobs. */
    public StopJob stopJob() {
        return stopJob;
    }

    /** Users and their keys. */
    public UserQueries users() {
        return new UserQueries(storage.users());
    }

    /** Makes and changes users. */
    public WriteUser writeUser() {
        return new WriteUser(storage.users(), credentials, passwords, ids, time);
    }

    /** Deletes users. */
    public DeleteUser deleteUser() {
        return new DeleteUser(storage.users(), credentials);
    }

    /** Looks keys up. */
    public ApiKeyQueries keys() {
        return new ApiKeyQueries(storage.users(), storage.keys());
    }

    /** Makes keys. */
    public MakeApiKey makeKey() {
        return new MakeApiKey(storage.users(), storage.keys(), ids, time);
    }

    /** Ends keys. */
    public RevokeApiKey revokeKey() {
        return new RevokeApiKey(storage.users(), storage.keys(), credentials);
    }

    /** Lets users choose passwords. */
    public ChangePassword changePassword() {
        return new ChangePassword(storage.users(), credentials, passwords);
    }

    /** Makes a user with this role in every project. */
    public void addUser(String name, String password, Role role) {
        addUser(name, password, Grants.everywhere(role));
    }

    /** Makes a user. */
    public void addUser(String name, String password, Grants grants) {
        storage.users().add(new User("user-" + name, name, grants, passwords.hash(password), false, START));
    }

    /** Gives a user an API key that never expires. */
    public void addKey(String user, String key) {
        storage.keys()
                .save(ApiKey.unused("key-of-" + user, "test", sha256(key), "user-" + user, START, KeyLimits.NONE));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Keeps a job, whose runner must be {@code noop}, {@code stubborn}, which cannot pause, or {@code rows}, which takes a range of
     * rows.
     */
    public Job addJob(Job job) {
        return storage.jobs().save(job);
    }

    /** Waits until the run is at work, and writes what it has reported. */
    public void awaitRunning(int number) {
        Eventually.holds("run " + number + " is running", () -> {
            writeBehind.step();
            return find(number).status() == RunStatus.RUNNING;
        });
    }

    /** Lets a run work this last, and waits until its end is kept. */
    public void end(int number, Script last) {
        held.end(number, last);
        awaitEnded(number);
    }

    /** Lets a run work this last, which may take long. */
    public void report(int number, Script last) {
        held.end(number, last);
    }

    /** Writes what runs have reported and said. */
    public void writeBehind() {
        writeBehind.step();
    }

    /** Lets a run complete, and waits until that is kept. */
    public void complete(int number) {
        end(number, context -> new RunOutcome.Completed());
    }

    /** Lets a run come out so; it may be tried again. */
    public void fail(int number, RunOutcome.Failed how) {
        held.end(number, context -> how);
    }

    /** Starts what follows the runs of chains that have ended well. */
    public void continueChains() {
        chains.step();
    }

    /** Waits until the end of a run is kept. */
    public void awaitEnded(int number) {
        Eventually.holds("run " + number + " has ended", () -> find(number).isEnded());
    }

    /** The run with this number as it is kept. */
    public Run find(int number) {
        return storage.index().find(new RunNumber(number)).orElseThrow();
    }

    /** From now on every use of jobs and runs fails as without a database. */
    public void beginOutage() {
        outage.begin();
    }

    /** From now on no start is accepted. */
    public void shutDown() {
        membership.stopAccepting();
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(Duration.ZERO));
        threads.shutdownNow();
    }
}
