package org.jobplatform.faults.trial;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jobplatform.faults.judge.Start.Told;

/** Starts runs, in either way that can be repeated without harm, and notes what it is told. */
public final class Client {
    private final Platform platform;
    private final Journal journal;
    private final String callback;
    private final Map<String, Jobs> jobs = new ConcurrentHashMap<>();

    Client(Platform platform, Journal journal, String callback) {
        this.platform = platform;
        this.journal = journal;
        this.callback = callback;
    }

    /**
     * Starts a run of a job, under an id of its own when the key begins with {@code id}, otherwise with an idempotency key.
     * With the same key it is a repeat. Says what it was told.
     */
    public Told start(URI node, String key, Jobs job) {
        journal.intend(key, true);
        jobs.put(key, job);
        return send(node, key, job, callback);
    }

    /** As {@link #start}, with another address to call back, of which it is not known whether it is called. */
    Told startUnheard(URI node, String key, Jobs job, String url) {
        journal.intend(key, false);
        return send(node, key, job, url);
    }

    private Told send(URI node, String key, Jobs job, String url) {
        long sent = System.nanoTime();
        try {
            Platform.Answer answer = request(node, key, job, url);
            Told told = meaning(answer.status());
            Optional<String> run = told == Told.ACKNOWLEDGED
                    ? Optional.of(answer.body().path("id").asText())
                    : Optional.empty();
            journal.note(key, told, run, sent);
            return told;
        } catch (IOException none) {
            journal.note(key, Told.UNKNOWN, Optional.empty(), sent);
            return Told.UNKNOWN;
        }
    }

    /** The same start once more. */
    void repeat(URI node, String key) {
        start(node, key, jobs.getOrDefault(key, Jobs.NOTHING));
    }

    private Platform.Answer request(URI node, String key, Jobs job, String url) throws IOException {
        String rest = "\"argument\":\"" + key + "\",\"callback\":{\"url\":\"" + url + "\"}}";
        return key.startsWith("id")
                ? platform.send(node, "PUT", "runs/" + key, "{\"job\":\"" + job + "\"," + rest, Map.of())
                : platform.send(node, "POST", "jobs/" + job + "/runs", "{" + rest, Map.of("Idempotency-Key", key));
    }

    private static Told meaning(int status) {
        if (status / 100 == 2) {
            return Told.ACKNOWLEDGED;
        }
        return status / 100 == 4 && status != 429 ? Told.REFUSED : Told.UNKNOWN;
    }
}
