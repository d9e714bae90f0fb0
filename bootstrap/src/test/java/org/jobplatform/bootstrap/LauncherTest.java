package org.jobplatform.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher in a small checkout whose JDK and Maven are scripts. */
class LauncherTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path temporary;

    private Path checkout;
    private Path jdk;

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = temporary.resolve("a checkout");
        Files.createDirectories(checkout.resolve(".mvn"));
        Files.createDirectories(checkout.resolve("bootstrap/src/main"));
        Files.copy(PROJECT.resolve("job-platform"), checkout.resolve("job-platform"));
        Files.copy(PROJECT.resolve(".mvn/find-jdk.sh"), checkout.resolve(".mvn/find-jdk.sh"));
        Files.writeString(checkout.resolve("pom.xml"), "");
        Files.writeString(checkout.resolve("bootstrap/pom.xml"), "");
        Files.writeString(checkout.resolve("bootstrap/src/main/Source.java"), "first");
        script(checkout.resolve("mvnw"), """
                #!/bin/sh
                echo built >>builds
                echo 'words of the build'
                mkdir -p bootstrap/target/distribution/lib
                touch bootstrap/target/distribution/lib/a.jar
                [ ! -e broken ]
                """);
        jdk = temporary.resolve("jdk");
        fakeJdk(jdk, "25.0.3");
    }

    @Test
    void launcherShouldPassArgumentsAndExitCodeWhenCalledThroughALinkFromElsewhere() throws Exception {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), checkout.resolve("job-platform"));

        Ran ran = run(temporary, Map.of(), link.toString(), "exit 7", "", "*", "x  y");

        assertThat(ran.exit()).isEqualTo(7);
        assertThat(ran.output()).endsWith("org.jobplatform.bootstrap.Main\nexit 7\n\n*\nx  y\n");
    }

    @Test
    void launcherShouldGiveItsOwnVariablesToTheJvmOnlyAsOptions() throws Exception {
        Ran ran = launch(Map.of("JOB_PLATFORM_JAVA_OPTIONS", "-Xmx64m -Dx=*"), "environment");

        assertThat(ran.output()).contains("-Xmx64m\n-Dx=*\n").doesNotContain("JOB_PLATFORM_");
    }

    @Test
    void launcherShouldMakeNoArchiveOfClassesWhenTheJvmHasAnAgent() throws Exception {
        assertThat(launch(Map.of()).output()).contains("-XX:+AutoCreateSharedArchive");

        Ran ran = launch(Map.of("JOB_PLATFORM_JAVA_OPTIONS", "-Xmx64m -javaagent:/some/agent.jar=x"));

        assertThat(ran.output()).contains("-javaagent:/some/agent.jar=x").doesNotContain("Archive");
    }

    @Test
    void launcherShouldBuildOnceWhenNothingChanges() throws Exception {
        Ran first = launch(Map.of());
        Ran second = launch(Map.of());

        assertThat(first.errors()).contains("building");
        assertThat(first.output()).doesNotContain("words of the build");
        assertThat(second.errors()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void launcherShouldBuildAgainWhenASourceIsChangedEvenToAnOlderFile() throws Exception {
        launch(Map.of());
        Path source = checkout.resolve("bootstrap/src/main/Source.java");
        Files.writeString(source, "other");
        Files.setLastModifiedTime(source, FileTime.fromMillis(0));

        launch(Map.of());

        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void launcherShouldBuildAgainWhenASourceIsRemoved() throws Exception {
        launch(Map.of());
        Files.delete(checkout.resolve("bootstrap/src/main/Source.java"));

        launch(Map.of());

        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void launcherShouldStartNothingAndBuildAgainWhenABuildFailsHalfWay() throws Exception {
        Path broken = Files.createFile(checkout.resolve("broken"));
        Ran failed = launch(Map.of());
        Files.delete(broken);
        Ran repaired = launch(Map.of());

        assertThat(failed.exit()).isEqualTo(1);
        assertThat(failed.output()).isEmpty();
        assertThat(failed.errors()).contains("words of the build", "the build failed");
        assertThat(repaired.exit()).isZero();
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void launcherShouldBuildOnceWhenStartedSeveralTimesAtOnce() throws Exception {
        List<Process> processes = Stream.generate(this::startQuietly).limit(4).toList();
        for (Process process : processes) {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }

        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void launcherShouldNotBuildWhenItIsGivenADistribution() throws Exception {
        Ran ran = launch(Map.of("JOB_PLATFORM_DISTRIBUTION", temporary.toString()));

        assertThat(ran.output()).contains(temporary + "/lib/*");
        assertThat(checkout.resolve("builds")).doesNotExist();
    }

    @Test
    void finderShouldTakeTheNearestVersionWhenJavaHomeIsTooOld() throws Exception {
        fakeJdk(jdk, "17.0.15");
        fakeJdk(temporary.resolve("home/.jdks/jdk-902"), "902");
        fakeJdk(temporary.resolve("home/.sdkman/candidates/java/901.0.1-tem"), "901.0.1");

        assertThat(find("900")).isEqualTo(temporary.resolve("home/.sdkman/candidates/java/901.0.1-tem") + "\n");
    }

    @Test
    void finderShouldSayWhatItLookedAtWhenNoJdkWillDo() throws Exception {
        fakeJdk(jdk, "17.0.15");

        assertThat(find("900")).contains("JAVA_HOME: " + jdk + " is Java 17", "~/.sdkman/candidates/java");
    }

    private String find(String version) throws Exception {
        String command =
                ". ./.mvn/find-jdk.sh; find_jdk " + version + " && echo \"$jdk\" || printf %s \"$jdk_looked_at\"";
        return run(checkout, Map.of("HOME", temporary.resolve("home").toString()), "sh", "-euc", command)
                .output();
    }

    private Ran launch(Map<String, String> environment, String... arguments) throws Exception {
        String[] command =
                Stream.concat(Stream.of("./job-platform"), Stream.of(arguments)).toArray(String[]::new);
        return run(checkout, environment, command);
    }

    private Process startQuietly() {
        try {
            return builder(checkout, Map.of(), "./job-platform")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Ran run(Path folder, Map<String, String> environment, String... command) throws Exception {
        Path output = Files.createTempFile(temporary, "output", "");
        Path errors = Files.createTempFile(temporary, "errors", "");
        Process process = builder(folder, environment, command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), Files.readString(output), Files.readString(errors));
    }

    private ProcessBuilder builder(Path folder, Map<String, String> environment, String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("JOB_PLATFORM_"));
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().putAll(environment);
        return builder;
    }

    private long builds() throws IOException {
        return Files.readAllLines(checkout.resolve("builds")).size();
    }

    private static void fakeJdk(Path home, String version) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/javac"), "#!/bin/sh\n");
        script(home.resolve("bin/java"), """
                #!/bin/sh
                printf '%s\\n' "$@"
                for argument; do
                  case $argument in
                    environment) env | grep JOB_ ;;
                    'exit 7') exit 7 ;;
                  esac
                done
                exit 0
                """);
    }

    private static void script(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(UTF_8));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Ran(int exit, String output, String errors) {}
}
