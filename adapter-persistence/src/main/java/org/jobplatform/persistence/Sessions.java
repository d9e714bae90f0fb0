package org.jobplatform.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.engine.Constants;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.Transaction;
import org.jobplatform.application.port.StorageUnavailable;

/** Reads and writes, each in a session of its own that ends with it. */
final class Sessions {
    private static final int ATTEMPTS = 5;
    private static final int BATCH = 256;

    private final SessionFactory factory;
    private final boolean flushes;
    private final Availability availability;
    private final HeldUpWork heldUp;

    /** @param flushes whether every commit is followed by a flush of H2's file to the disk */
    Sessions(SessionFactory factory, boolean flushes, Availability availability) {
        this.factory = factory;
        this.flushes = flushes;
        this.availability = availability;
        this.heldUp = new HeldUpWork(availability);
    }

    /** Reads outside of a transaction: each statement sees what was committed before it. */
    <R> R read(String doing, Function<StatelessSession, R> work) {
        return unlessHeldUp(
                doing,
                () -> noticing(doing, () -> {
                    try (StatelessSession session = factory.openStatelessSession()) {
                        return work.apply(session);
                    }
                }));
    }

    /** Reads in H2: every statement sees what was committed before the first. */
    <R> R readSnapshot(String doing, Function<StatelessSession, R> work) {
        return read(
                doing,
                reading -> inTransaction(reading, session -> {
                    session.doWork(connection -> connection.setTransactionIsolation(Constants.TRANSACTION_SNAPSHOT));
                    return work.apply(session);
                }));
    }

    /**
     * Makes one durable change, and makes it again from the beginning when it collided with another. The work must
     * therefore look at the database anew each time.
     */
    <R> R write(String doing, Function<StatelessSession, R> work) {
        return unlessHeldUp(doing, () -> writeHere(doing, work));
    }

    /** As {@link #write}, but by this thread, which waits for a full disk as long as that takes. */
    <R> R writeHere(String doing, Function<StatelessSession, R> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return writeOnce(doing, work);
            } catch (RowConflict conflict) {
                if (attempt == ATTEMPTS) {
                    throw new IllegalStateException("the database refuses " + doing, conflict);
                }
            }
        }
    }

    /** Whether everything waits until the disk takes a change, for nobody knows how long. */
    boolean areHeldUp() {
        return availability.isHeldUp();
    }

    /** Makes one durable change, by this thread. @throws RowConflict when it collided with another and was not made */
    <R> R writeOnce(String doing, Function<StatelessSession, R> work) {
        return noticing(doing, () -> {
            try (StatelessSession session = factory.openStatelessSession()) {
                session.setJdbcBatchSize(BATCH);
                R result = inTransaction(session, work);
                if (flushes) {
                    session.doWork(Sessions::flush);
                }
                availability.changed();
                return result;
            }
        });
    }

    /** Makes one durable change outside of any session, on a connection that commits by itself. Fails as the others do. */
    void writeBy(String doing, DataSource connections, SqlWork work) {
        noticing(doing, () -> {
            try (Connection connection = connections.getConnection()) {
                work.on(connection);
            } catch (SQLException failure) {
                throw new SqlFailure(doing, failure);
            }
            availability.changed();
            return doing;
        });
    }

    /** What is done with a connection. */
    interface SqlWork {
        void on(Connection connection) throws SQLException;
    }

    private static final class SqlFailure extends RuntimeException {
        private static final long serialVersionUID = 1;

        SqlFailure(String doing, SQLException cause) {
            super(doing, cause);
        }
    }

    private <R> R unlessHeldUp(String doing, Supplier<R> work) {
        return availability.mayBeHeldUp() ? heldUp.await(doing, work) : work.get();
    }

    private <R> R noticing(String doing, Supplier<R> work) {
        try {
            availability.require(doing);
            return work.get();
        } catch (RuntimeException failure) {
            RuntimeException meaning = StorageErrors.translate(doing, failure);
            if (meaning instanceof StorageUnavailable unavailable) {
                availability.failed(unavailable);
            }
            throw meaning;
        }
    }

    private static <R> R inTransaction(StatelessSession session, Function<StatelessSession, R> work) {
        Transaction transaction = session.beginTransaction();
        R result;
        try {
            result = work.apply(session);
        } catch (RuntimeException failure) {
            try {
                transaction.rollback();
            } catch (RuntimeException broken) {
                failure.addSuppressed(broken);
            }
            throw failure;
        }
        transaction.commit();
        return result;
    }

    private static void flush(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        }
    }
}
