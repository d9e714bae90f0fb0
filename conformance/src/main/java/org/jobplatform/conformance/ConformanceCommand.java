package org.jobplatform.conformance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jobplatform.benchmark.server.Installation;
import org.jobplatform.benchmark.server.ScratchFolder;
import org.jobplatform.conformance.hostile.Corpus;
import org.jobplatform.conformance.hostile.Tally;
import org.jobplatform.conformance.play.Outcome;
import org.jobplatform.conformance.play.Suite;
import org.jobplatform.conformance.play.Table;
import org.jobplatform.conformance.script.Script;
import org.jobplatform.conformance.server.JobFolder;
import org.jobplatform.conformance.server.OwnServer;
import org.jobplatform.conformance.server.Target;
import org.jobplatform.conformance.wire.Receiver;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options, and which server they mean. */
@Command(
        name = "conformance/run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Holds a server against the documents of the job interfaces that it speaks.",
            "Without --url it starts this checkout's server on a scratch folder. The exit code is 1 when a case fails."
        })
final class ConformanceCommand implements Callable<Integer> {
    private static final String PREFIX = "job-platform-conformance";

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--url",
            split = ",",
            description = "of a server that runs, or several of its nodes, which are asked in turn")
    private List<URI> urls = new ArrayList<>();

    @Option(names = "--key", description = "an administrator's API key there")
    private String key = "";

    @Option(names = "--user", description = "an administrator there (${DEFAULT-VALUE})", defaultValue = "admin")
    private String user = "";

    @Option(names = "--password", description = "and the password")
    private String password = "";

    @Option(
            names = "--receiver",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "of this machine, where the server can call back (${DEFAULT-VALUE})")
    private InetAddress receiver = InetAddress.getLoopbackAddress();

    @Option(names = "--dialect", split = ",", paramLabel = "NAME", description = "some of the dialects (all)")
    private Set<String> wanted = new LinkedHashSet<>();

    @Option(names = "--cluster", description = "starts two nodes on a PostgreSQL, and asks them in turn")
    private boolean cluster;

    @Option(names = "--hostile", description = "sends what no client should send, in place of the suites")
    private boolean hostile;

    @Option(names = "--list", description = "prints the cases and the jobs that must exist, and ends")
    private boolean list;

    @Option(names = "--home", required = true, hidden = true, description = "the folder of this module")
    private Path home = Path.of("");

    @Option(names = "--folder", description = "where its own server keeps its data (the temporary folder)")
    private Path folder = Path.of(System.getProperty("java.io.tmpdir"));

    @Override
    public Integer call() throws IOException {
        List<Suite> suites = suites();
        JobFolder jobs = new JobFolder(home.resolve("jobs"));
        if (list) {
            suites.forEach(suite -> suite.scripts()
                    .forEach(script -> script.cases()
                            .forEach(one -> print(suite.dialect() + "/" + script.name() + ": " + one.title() + "\n"))));
            print("jobs: " + String.join(" ", jobs.ids()) + "\n");
            return 0;
        }
        if (!urls.isEmpty()) {
            if (key.isEmpty() || password.isEmpty()) {
                throw new ParameterException(spec().commandLine(), "--url needs --key and --password");
            }
            return run(suites, jobs, new Target(urls, key, user, password));
        }
        Path root = home.toAbsolutePath().resolve("..").normalize();
        Installation installation =
                new Installation(root.resolve("job-platform"), root.resolve("bootstrap/target/distribution"));
        try (ScratchFolder scratch = ScratchFolder.in(folder, PREFIX);
                OwnServer server = cluster
                        ? OwnServer.cluster(installation, scratch.path())
                        : OwnServer.single(installation, scratch.path(), settings())) {
            int code = run(suites, jobs, server.target());
            return hostile && tellsSecrets(server) ? 1 : code;
        }
    }

    private boolean tellsSecrets(OwnServer server) {
        boolean tells = server.log().contains(server.target().key())
                || server.log().contains(server.target().password());
        if (tells) {
            print("the server's log holds its key or its password\n");
        }
        return tells;
    }

    /** Bad callback URLs are only bad where nothing is allowed. */
    private Map<String, String> settings() {
        return hostile ? Map.of("JOB_PLATFORM_CALLBACK_ALLOW", "") : Map.of();
    }

    private int run(List<Suite> suites, JobFolder jobs, Target target) throws IOException {
        jobs.apply(target);
        return hostile ? attack(suites, target) : play(suites, target);
    }

    private int attack(List<Suite> suites, Target target) throws IOException {
        Tally tally = new Corpus(home.resolve("hostile"))
                .run(target, suites.stream().map(Suite::dialect).collect(Collectors.toSet()));
        tally.problems().forEach(problem -> print(problem + "\n"));
        print("\n" + tally.markdown());
        return tally.problems().isEmpty() ? 0 : 1;
    }

    private List<Suite> suites() {
        List<String> known = Dialects.NAMES;
        wanted.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(unknown -> {
            throw new ParameterException(
                    spec().commandLine(), "there is no dialect " + unknown + "; there are " + String.join(", ", known));
        });
        return known.stream()
                .filter(name -> wanted.isEmpty() || wanted.contains(name))
                .map(name -> new Suite(name, Script.of(home.resolve("suites"), name)))
                .toList();
    }

    private int play(List<Suite> suites, Target target) {
        Table table = new Table();
        boolean good = true;
        try (Receiver calls = new Receiver(receiver)) {
            for (Suite suite : suites) {
                long begin = System.nanoTime();
                List<Outcome> outcomes = suite.play(target, calls, outcome -> print(outcome.text() + "\n"));
                table.add(suite.dialect(), outcomes, (System.nanoTime() - begin) / 1e9);
                good &= outcomes.stream().noneMatch(Outcome::isBad);
            }
        }
        print("\n" + table.markdown());
        return good ? 0 : 1;
    }

    private CommandSpec spec() {
        return spec == null ? CommandSpec.create() : spec;
    }

    private void print(String text) {
        spec().commandLine().getOut().print(text);
        spec().commandLine().getOut().flush();
    }
}
