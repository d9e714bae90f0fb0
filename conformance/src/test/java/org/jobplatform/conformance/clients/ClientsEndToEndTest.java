package org.jobplatform.conformance.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jobplatform.benchmark.server.Installation;
import org.jobplatform.conformance.server.JobFolder;
import org.jobplatform.conformance.server.OwnServer;
import org.jobplatform.conformance.server.Target;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that know the vendors' pages and nothing of this project, against a real server: from the login to the result. */
class ClientsEndToEndTest {
    private static final Path HOME = Path.of("").toAbsolutePath().normalize();

    @TempDir
    private static Path folder;

    private static OwnServer server;
    private static Target target;
    private static String url;

    @BeforeAll
    static void start() {
        Path root = HOME.resolve("..").normalize();
        server = OwnServer.single(
                new Installation(root.resolve("job-platform"), root.resolve("bootstrap/target/distribution")), folder);
        target = server.target();
        url = target.node(0).toString();
        new JobFolder(HOME.resolve("jobs")).apply(target);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void informaticaShellClientShouldSucceed() throws Exception {
        assertThat(shell("informatica.sh")).contains("it succeeded and ended at", "was stopped", "logged out");
    }

    @Test
    void nativeShellClientShouldSucceed() throws Exception {
        assertThat(shell("native.sh", target.key()))
                .contains("completed", "its log and content are there", "was stopped");
    }

    @Test
    void infolinkShellClientShouldSucceed() throws Exception {
        assertThat(shell("infolink.sh", target.key()))
                .contains("completed with its results", "while the client waited", "was stopped");
    }

    @Test
    void infolinkJavaClientShouldSucceed() throws Exception {
        InfolinkClient client = new InfolinkClient(url, target.key());
        String job = client.executeAsync(
                "{\"opName\":\"RunScenario\",\"opParams\":{\"scenario\":\"Main\",\"parameters\":{}}}");
        until(() -> !client.status(job).contains("\"status\":\"running\""));
        assertThat(client.status(job)).contains("\"status\":\"completed\"", "\"company_name\":\"IBM\"");
        assertThat(client.execute(
                        "{\"opName\":\"RunScenario\",\"opParams\":{\"scenario\":\"Main\",\"parameters\":{}}}"))
                .contains("\"company_name\":\"Microsoft\"");

        String slow = client.executeAsync("{\"opName\":\"Long\",\"opParams\":{}}");
        assertThat(client.stop(slow)).contains("\"stop started\"");
        until(() -> client.status(slow).contains("\"status\":\"stopped\""));
    }

    @Test
    void informaticaJavaClientShouldSucceed() throws Exception {
        InformaticaClient client = new InformaticaClient(url);
        client.login(target.user(), target.password());
        int run = client.start("Conformance report", "PCS");
        until(() -> !client.isRunning(run));
        String entry = client.logEntry(run);
        assertThat(InformaticaClient.member(entry, "state")).isEqualTo("1");
        assertThat(client.sessionLog(entry)).contains("loading");

        int slow = client.start("Conformance long", "DSS");
        assertThat(client.stop("Conformance long", "DSS")).contains("\"@type\":\"success\"");
        until(() -> !client.isRunning(slow));
        assertThat(InformaticaClient.member(client.logEntry(slow), "isStopped")).isEqualTo("true");
        client.logout();
    }

    @Test
    void nativeJavaClientShouldSucceed() throws Exception {
        NativeClient client = new NativeClient(url, target.key());
        client.job(
                "client-java",
                "{\"project\":\"Clients\",\"name\":\"Java\",\"runner\":\"command\",\"command\":{\"argv\":[\"/bin/echo\",\"${who}\"],"
                        + "\"content\":{\"stdout\":true,\"mediaType\":\"text/plain\"}},\"parameters\":{\"who\":\"world\"}}");
        assertThat(client.run("client-java-run", "{\"job\":\"client-java\",\"parameters\":{\"who\":\"there\"}}"))
                .contains("\"state\":\"COMPLETED\"");
        assertThat(client.get("runs/client-java-run/content")).isEqualTo("there\n");

        client.start("client-java-slow", "{\"job\":\"conf-long\"}");
        client.stop("client-java-slow");
        assertThat(client.get("runs/client-java-slow?wait=30")).contains("\"state\":\"STOPPED\"");
    }

    @Test
    void starfishShellClientShouldSucceed() throws Exception {
        assertThat(shell("starfish.sh"))
                .contains("completed with 7 rows", "asked for in XML", "with its log", "asked for by a webhook");
    }

    @Test
    void starfishJavaClientShouldSucceed() throws Exception {
        StarfishClient client = new StarfishClient(url);
        client.login(target.user(), target.password());
        String run = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        assertThat(client.executeAsync(run, "Default", "conf-report")).isTrue();
        until(() -> StarfishClient.member(client.results(run), "status").equals("Complete"));
        assertThat(StarfishClient.member(client.results(run), "totalRows")).isEqualTo("7");
        assertThat(client.execute(UUID.randomUUID().toString(), "Default", "conf-report"))
                .contains("\"status\":\"Complete\"", "loading");
    }

    @Test
    void nexusShellClientShouldSucceed() throws Exception {
        assertThat(shell("nexus.sh", target.key(), report())).contains("is complete", "its content has");
    }

    @Test
    void nexusJavaClientShouldSucceed() throws Exception {
        NexusClient client = new NexusClient(url);
        client.login(target.user(), target.password());
        String guid = report();
        until(() -> client.status(guid).contains("\"status\":4"));
        assertThat(client.content(guid).headers().firstValue("content-disposition"))
                .contains("attachment;filename=\"report.json\"");
        assertThat(client.content(guid).body()).contains("elements");
    }

    /** A run that somebody else has started: these clients only look. */
    private static String report() throws IOException {
        String guid = UUID.randomUUID().toString();
        new NativeClient(url, target.key()).start(guid, "{\"job\":\"conf-report\"}");
        return guid.toUpperCase(Locale.ROOT);
    }

    @Test
    void receiverShouldBeAbleToProveWhereACallbackIsFrom() throws Exception {
        NativeClient client = new NativeClient(url, target.key());
        try (SignedCalls receiver = new SignedCalls()) {
            client.start(
                    "client-java-signed",
                    "{\"job\":\"conf-nothing\",\"callback\":{\"url\":\"" + receiver.url() + "\"}}");
            until(receiver::hasCall);
            String secret = InformaticaClient.member(client.get("projects/Default/callback-secret"), "secret");
            assertThat(receiver.isGenuine(secret)).isTrue();
            assertThat(receiver.isGenuine("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"))
                    .isFalse();
        }
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static String shell(String client, String... more) throws IOException, InterruptedException {
        boolean curl = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "curl")));
        assumeTrue(curl, "curl is not on the PATH: the shell clients are not tried");
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh", HOME.resolve("clients").resolve(client).toString(), url, target.user(), target.password()));
        Stream.of(more).forEach(command::add);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
