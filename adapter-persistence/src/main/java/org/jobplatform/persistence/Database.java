package org.jobplatform.persistence;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.jobplatform.application.port.Announcement;
import org.jobplatform.application.port.Announcements;
import org.jobplatform.application.port.ApiKeyStore;
import org.jobplatform.application.port.ChainStore;
import org.jobplatform.application.port.DeliveryStore;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.application.port.LeaseStore;
import org.jobplatform.application.port.RunContent;
import org.jobplatform.application.port.RunIndex;
import org.jobplatform.application.port.RunLog;
import org.jobplatform.application.port.RunNews;
import org.jobplatform.application.port.RunRetention;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.application.port.SessionStore;
import org.jobplatform.application.port.SigningSecretStore;
import org.jobplatform.application.port.UserStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open database with its stores. It owns a pool of connections and threads that commit groups of changes; where others
 * may share the database, also a connection and two threads, to tell them and to hear them. All end with {@link #close}. A
 * database that goes away and comes back needs no new {@code Database}.
 */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int PROBE_SECONDS = 2;

    private final DatabaseSettings settings;
    private final String version;
    private final FileWrites writes;
    private final HikariDataSource pool;
    private final Optional<HikariDataSource> groupPool;
    private final SessionFactory factory;
    private final Sessions sessions;
    private final RowLocks locks;
    private final RunNumbers numbers;
    private final GroupCommit groups;
    private final StoreClock clock;
    private final HibernateRunStore runs;
    private final StoreAnnouncements announcements;
    private final Optional<SharedDatabase> shared;

    private Database(DatabaseSettings settings, String version, HikariDataSource pool, FileWrites writes) {
        this.settings = settings;
        this.writes = writes;
        this.version = version;
        this.pool = pool;
        this.factory = Mappings.open(pool);
        boolean flushes = settings.vendor() == Vendor.H2 && settings.durability() == Durability.POWER;
        this.sessions = new Sessions(factory, flushes, new Availability(writes, this::dropConnections));
        this.locks = new RowLocks(settings.vendor());
        this.numbers = new RunNumbers(sessions, locks);
        this.clock = new StoreClock(settings.vendor());
        this.announcements = new StoreAnnouncements(this::tellOthers);
        this.shared = settings.vendor() == Vendor.POSTGRESQL
                ? Optional.of(new SharedDatabase(settings, pool, announcements::hear))
                : Optional.empty();
        this.groupPool = settings.vendor() == Vendor.POSTGRESQL
                ? Optional.of(ConnectionPool.forGroups(settings))
                : Optional.empty();
        this.groups = new GroupCommit(
                sessions,
                new GroupWriter(
                        settings.vendor(),
                        numbers,
                        locks,
                        groupPool.map(connections -> new Exchange(sessions, connections))),
                announcements::announce,
                settings.vendor().flushers());
        this.runs = new HibernateRunStore(sessions, groups, new RunClaim(settings.vendor(), locks));
    }

    /**
     * Opens the database, making it when it is a file that is not there, and brings its schema up to date.
     *
     * @throws DatabaseUnusable when it cannot be reached, when another server has the file, when it may lose what it
     *     acknowledged, or when its schema cannot be brought up to date
     */
    public static Database open(DatabaseSettings settings) {
        Optional<MigrationBackup> backup = MigrationBackup.of(settings);
        backup.ifPresent(MigrationBackup::restore);
        HikariDataSource pool = connect(settings);
        try {
            String version = inspect(settings, pool);
            if (backup.isPresent() && Migrations.arePending(settings, pool)) {
                pool.close();
                backup.get().make();
                pool = connect(settings);
            }
            Migrations.apply(settings, pool);
            backup.ifPresent(MigrationBackup::drop);
            return started(settings, version, pool);
        } catch (RuntimeException failure) {
            pool.close();
            throw failure instanceof DatabaseUnusable
                    ? failure
                    : new DatabaseUnusable("the schema of the database cannot be brought up to date", failure);
        }
    }

    private static Database started(DatabaseSettings settings, String version, HikariDataSource pool) {
        FileWrites writes = fileWrites(settings);
        try {
            Database database = new Database(settings, version, pool, writes);
            database.sessions.write("keeping the names of jobs", HibernateJobStore::keepReferences);
            database.groups.start();
            database.shared.ifPresent(SharedDatabase::start);
            return database;
        } catch (RuntimeException failure) {
            writes.close();
            throw failure;
        }
    }

    private static HikariDataSource connect(DatabaseSettings settings) {
        try {
            if (settings.vendor() == Vendor.H2) {
                H2File.of(settings.url()).prepare();
            }
            return ConnectionPool.open(settings);
        } catch (IOException | RuntimeException failure) {
            throw OpeningFailure.of(settings, failure);
        }
    }

    private static FileWrites fileWrites(DatabaseSettings settings) {
        try {
            return settings.vendor() == Vendor.H2
                    ? FileWrites.of(H2File.of(settings.url()).file())
                    : FileWrites.elsewhere();
        } catch (IOException failure) {
            throw OpeningFailure.of(settings, failure);
        }
    }

    private static String inspect(DatabaseSettings settings, HikariDataSource pool) {
        try (Connection connection = pool.getConnection()) {
            if (settings.vendor() == Vendor.H2) {
                H2File.of(settings.url()).protect();
            }
            DurabilityCheck.require(settings.vendor(), connection);
            return connection.getMetaData().getDatabaseProductName() + " "
                    + connection.getMetaData().getDatabaseProductVersion();
        } catch (IOException | SQLException failure) {
            throw OpeningFailure.of(settings, failure);
        }
    }

    /** Which database it is and what its acknowledged changes outlive, in one line for the log of the start. */
    public String description() {
        boolean processOnly = settings.vendor() == Vendor.H2 && settings.durability() == Durability.PROCESS;
        return version + ": what is acknowledged outlives "
                + (processOnly ? "the death of this process, but not a loss of power" : "a loss of power");
    }

    /** Says, within about two seconds, whether the database answers. */
    public boolean isReachable() {
        if (sessions.areHeldUp()) {
            return false;
        }
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(PROBE_SECONDS);
        } catch (SQLException unreachable) {
            return false;
        }
    }

    /** The jobs. */
    public JobStore jobs() {
        return new HibernateJobStore(sessions, locks);
    }

    /** The runs, to keep and change. */
    public RunStore runs() {
        return runs;
    }

    /** The chains that wait for somebody to go on with them. */
    public ChainStore chains() {
        return new HibernateChainStore(sessions, numbers);
    }

    /** The runs, to look up and list. */
    public RunIndex runIndex() {
        return new HibernateRunIndex(sessions, settings.vendor());
    }

    /** What has become of the runs lately. */
    public RunNews runNews() {
        return new HibernateRunNews(sessions);
    }

    /** The logs of the runs. */
    public RunLog runLog() {
        return new HibernateRunLog(sessions, groups);
    }

    /** What the runs left for download. */
    public RunContent runContent() {
        return new HibernateRunContent(sessions);
    }

    /** The deletion of old runs. */
    public RunRetention runRetention() {
        return new HibernateRunRetention(sessions, settings.vendor());
    }

    /** The callbacks. */
    public DeliveryStore deliveries() {
        return new HibernateDeliveryStore(sessions, groups, settings.vendor(), clock);
    }

    /**
     * The secrets that sign callbacks, sealed.
     *
     * @throws DatabaseUnusable when what is in the database was sealed with another key
     */
    public SigningSecretStore signingSecrets(SecretSeal seal) {
        new KeyCheck(sessions).require(seal);
        return new HibernateSigningSecretStore(sessions, seal);
    }

    /** The leases of the nodes. */
    public LeaseStore leases() {
        return new HibernateLeaseStore(sessions, settings.vendor());
    }

    /** What the nodes of this database tell each other; where it is a file there is one. */
    public Announcements announcements() {
        return announcements;
    }

    private void dropConnections() {
        pool.getHikariPoolMXBean().softEvictConnections();
        groupPool.ifPresent(connections -> connections.getHikariPoolMXBean().softEvictConnections());
    }

    private void tellOthers(Announcement announcement) {
        shared.ifPresent(others -> others.tell(announcement));
    }

    /** The users. */
    public UserStore users() {
        return new HibernateUserStore(sessions, locks);
    }

    /** The sessions and API keys. */
    public SessionStore sessions() {
        return new HibernateSessionStore(sessions, locks);
    }

    /** The API keys. */
    public ApiKeyStore keys() {
        return new HibernateApiKeyStore(sessions);
    }

    /**
     * Commits the changes that wait, refuses further ones, and lets the database go. A file that takes no more is left as the
     * death of the process would leave it.
     */
    @Override
    public void close() {
        Optional<IOException> trouble = writes.trouble();
        // Nothing waits for the disk any more: what is being committed neither now, nor what H2 writes as the process
        // ends.
        trouble.ifPresent(full -> writes.close());
        groups.close();
        shared.ifPresent(SharedDatabase::close);
        writes.close();
        if (trouble.isPresent()) {
            LOG.warn("The database takes no changes and is left as it is: {}", String.valueOf(trouble.get()));
            return;
        }
        factory.close();
        groupPool.ifPresent(HikariDataSource::close);
        pool.close();
    }
}
