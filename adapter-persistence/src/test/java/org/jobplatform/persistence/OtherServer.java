package org.jobplatform.persistence;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.jobplatform.application.port.JobExamples;
import org.jobplatform.application.port.StartExample;
import org.jobplatform.domain.job.Job;

/** A server process that says each start it has acknowledged, on a line that ends with a full stop, until it is killed. */
final class OtherServer {
    private static final int CALLERS = 8;

    private OtherServer() {}

    /** Starts one on an H2 file. */
    static Process start(DatabaseSettings settings, String prefix) throws IOException {
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                OtherServer.class.getName(),
                settings.url(),
                settings.user(),
                settings.password(),
                prefix);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /**
     * Runs until it is killed.
     *
     * @param arguments URL, user, password, and how the ids of its runs begin
     */
    public static void main(String[] arguments) {
        PrintStream said = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            Database database = Database.open(
                    new DatabaseSettings(arguments[0], arguments[1], arguments[2], CALLERS, Durability.PROCESS));
            Job job = database.jobs().save(JobExamples.job("job-of-" + arguments[3]));
            IntStream.range(0, CALLERS)
                    .forEach(caller -> Thread.ofPlatform().start(() -> addForEver(database, job, caller, said)));
        } catch (DatabaseUnusable unusable) {
            said.println(unusable.getMessage());
        }
    }

    private static void addForEver(Database database, Job job, int caller, PrintStream said) {
        for (int i = 0; ; i++) {
            String id = job.id() + "-" + caller + "-" + i;
            database.runs().add(StartExample.of(job, id).build());
            said.println(id + ".");
        }
    }
}
