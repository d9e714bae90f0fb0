package org.jobplatform.persistence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jobplatform.application.port.Announcement;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears the notifications of other processes on a connection of its own, and makes a new one when it is lost. Meanwhile
 * nothing is missed for long, since every loop also looks by itself; afterwards they are made to look at once.
 */
final class NotificationListener implements AutoCloseable {
    private static final int TURN_MILLIS = 500;

    /** A connection that was cut in silence is noticed by a question that gets no answer. */
    private static final int TURNS_BEFORE_A_PROBE = 10;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LAST_TURN = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(NotificationListener.class);

    private final DatabaseSettings settings;
    private final String self;
    private final Consumer<Announcement> heard;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private Duration pause = FIRST_PAUSE;
    private boolean deaf;

    /** @param self the sender whose notifications are passed over */
    NotificationListener(DatabaseSettings settings, String self, Consumer<Announcement> heard) {
        this.settings = settings;
        this.self = self;
        this.heard = heard;
        this.thread = Thread.ofPlatform().daemon().name("announcements-in").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                listenUntilLost();
                if (closing.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                    return;
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
        }
    }

    private void listenUntilLost() {
        try (Connection connection = DriverManager.getConnection(settings.url(), properties());
                Statement statement = connection.createStatement()) {
            statement.execute("listen " + NotificationSender.CHANNEL);
            hearAgain();
            PGConnection channel = connection.unwrap(PGConnection.class);
            for (int quiet = 0; closing.getCount() > 0; quiet++) {
                PGNotification[] notifications = channel.getNotifications(TURN_MILLIS);
                if (notifications != null && notifications.length > 0) {
                    pass(notifications);
                    quiet = 0;
                } else if (quiet == TURNS_BEFORE_A_PROBE) {
                    statement.execute("select 1");
                    quiet = 0;
                }
            }
        } catch (SQLException lost) {
            if (!deaf) {
                deaf = true;
                log.warn("Other nodes are not heard, and looked at only now and then: {}", lost.toString());
            }
        }
    }

    private void hearAgain() {
        pause = FIRST_PAUSE;
        if (deaf) {
            deaf = false;
            log.info("Other nodes are heard again");
        }
        heard.accept(new Announcement.RunWaits());
    }

    private void pass(PGNotification[] notifications) {
        for (PGNotification notification : notifications) {
            AnnouncementText text = AnnouncementText.parse(notification.getParameter());
            if (!text.sender().equals(self)) {
                text.announcements().forEach(heard);
            }
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        properties.setProperty("ApplicationName", "job-platform announcements");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("loginTimeout", "3");
        properties.setProperty("socketTimeout", "3");
        return properties;
    }

    /** Ends after the turn it is in. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(LAST_TURN);
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
        }
    }
}
