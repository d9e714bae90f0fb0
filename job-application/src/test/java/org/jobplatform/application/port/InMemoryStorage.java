package org.jobplatform.application.port;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jobplatform.domain.access.ApiKey;
import org.jobplatform.domain.access.Session;
import org.jobplatform.domain.access.User;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryAttempt;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.callback.ProjectSecrets;
import org.jobplatform.domain.job.Concurrency;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunAttempt;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunState;

/**
 * All stores in memory, for tests: full ports that pass their contracts. Every call holds the one lock of the storage,
 * so each is atomic; two servers in one test share a storage as they would share a database.
 */
public final class InMemoryStorage {
    static final Comparator<Run> OLDEST_FIRST = Comparator.comparing(Run::createdAt)
            .thenComparingInt(run -> run.number().value());

    final Map<JobId, Job> jobs = new HashMap<>();
    final Map<RunId, Run> runs = new HashMap<>();
    final Map<RunId, List<RunAttempt>> made = new HashMap<>();
    final Set<RunId> chained = new HashSet<>();
    final Map<RunId, String> fingerprints = new HashMap<>();
    final Map<String, RunId> keys = new HashMap<>();
    final Map<DeliveryId, Delivery> deliveries = new HashMap<>();
    final Map<DeliveryId, List<DeliveryAttempt>> attempts = new HashMap<>();
    final Map<RunId, ByteArrayOutputStream> logs = new HashMap<>();
    final Map<RunId, Map<Integer, byte[]>> contents = new HashMap<>();
    final Map<Owner, Instant> leases = new HashMap<>();
    final Map<String, User> users = new HashMap<>();
    final Map<String, Session> sessions = new HashMap<>();
    final Map<String, ApiKey> apiKeys = new HashMap<>();
    final Map<ProjectPath, ProjectSecrets> secrets = new HashMap<>();
    final List<Consumer<Announcement>> listeners = new CopyOnWriteArrayList<>();
    int lastNumber;
    String lastJob = "";

    private final InstantSource time;

    /**
     * An empty storage.
     *
     * @param time the storage's own clock, by which leases of nodes end
     */
    public InMemoryStorage(InstantSource time) {
        this.time = time;
    }

    /** The jobs. */
    public JobStore jobs() {
        return new InMemoryJobStore(this);
    }

    /** The runs. */
    public RunStore runs() {
        return new InMemoryRunStore(this);
    }

    /** The chains that wait for somebody to go on with them. */
    public ChainStore chains() {
        return new InMemoryChainStore(this);
    }

    /** The same runs, to be looked up. */
    public RunIndex index() {
        return new InMemoryRunIndex(this);
    }

    /** What has become of the same runs lately. */
    public RunNews news() {
        return new InMemoryRunNews(this);
    }

    /** The logs. */
    public RunLog log() {
        return new InMemoryRunLog(this);
    }

    /** What runs left for download. */
    public RunContent content() {
        return new InMemoryRunContent(this);
    }

    /** The callbacks. */
    public DeliveryStore deliveries() {
        return new InMemoryDeliveryStore(this);
    }

    /** The secrets that sign callbacks. */
    public SigningSecretStore secrets() {
        return new InMemorySigningSecretStore(this);
    }

    /** The deletion of old runs. */
    public RunRetention retention() {
        return new InMemoryRunRetention(this);
    }

    /** The leases of nodes. */
    public LeaseStore leases() {
        return new InMemoryLeaseStore(this);
    }

    /** What the nodes tell each other. */
    public Announcements announcements() {
        return new InMemoryAnnouncements(this);
    }

    /** The users. */
    public UserStore users() {
        return new InMemoryUserStore(this);
    }

    /** The sessions. */
    public SessionStore sessions() {
        return new InMemorySessionStore(this);
    }

    /** The API keys. */
    public ApiKeyStore keys() {
        return new InMemoryApiKeyStore(this);
    }

    void announceOf(Run changed) {
        switch (changed.state()) {
            case RunState.Queued queued
            when !queued.notBefore().isAfter(queued.since()) -> announcements().announce(new Announcement.RunWaits());
            case RunState.Stopping stopping ->
                announcements().announce(new Announcement.Wish(stopping.owner().node()));
            case RunState.Paused paused ->
                announcements().announce(new Announcement.Wish(paused.owner().node()));
            default -> {
                // Nobody waits for it.
            }
        }
    }

    Instant now() {
        return time.instant();
    }

    Stream<Run> runsOf(JobId job) {
        return runs.values().stream().filter(run -> run.job().id().equals(job));
    }

    boolean hasUnfinishedRuns(JobId job) {
        return runsOf(job).anyMatch(run -> !run.isEnded());
    }

    boolean hasFreeSlot(Job job) {
        long active = runsOf(job.id()).filter(run -> run.status().isOwned()).count();
        return job.definition()
                .concurrency()
                .map((Concurrency concurrency) -> concurrency.admits((int) active))
                .orElse(true);
    }

    Delivery addDelivery(Delivery delivery) {
        Delivery added = delivery.withVersion(1);
        deliveries.put(added.id(), added);
        attempts.put(added.id(), new ArrayList<>());
        return added;
    }
}
