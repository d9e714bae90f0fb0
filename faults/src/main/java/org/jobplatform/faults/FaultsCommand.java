package org.jobplatform.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jobplatform.benchmark.server.ScratchFolder;
import org.jobplatform.faults.fault.Fault;
import org.jobplatform.faults.fault.Mutant;
import org.jobplatform.faults.fault.RandomMix;
import org.jobplatform.faults.trial.Lab;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options, and what is left behind: a file with the table, and nothing else. */
@Command(
        name = "faults/run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Breaks real server processes and databases under load, and judges from outside what was left.",
            "Prints one table, progress goes to standard error. The exit code is 1 when a row is bad."
        })
final class FaultsCommand implements Callable<Integer> {
    private static final String PREFIX = "job-platform-faults";

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--only", split = ",", paramLabel = "NAME", description = "some faults, by their names (all)")
    private Set<String> only = new LinkedHashSet<>();

    @Option(names = "--list", description = "prints the names of the faults and what they break, and ends")
    private boolean list;

    @Option(names = "--long", description = "the default lease and many repeats: about an hour")
    private boolean isLong;

    @Option(names = "--mutants", description = "only servers that are made worse on purpose, which must be found")
    private boolean mutants;

    @Option(
            names = "--minutes",
            defaultValue = "15",
            description = "of the random mix in the long form (${DEFAULT-VALUE})")
    private int minutes;

    @Option(names = "--seed", defaultValue = "0", description = "of the random mix (a new one, which is printed)")
    private long seed;

    @Option(names = "--launcher", required = true, hidden = true)
    private Path launcher = Path.of("");

    @Option(names = "--distribution", required = true, hidden = true)
    private Path distribution = Path.of("");

    @Option(names = "--agent", required = true, hidden = true)
    private Path agent = Path.of("");

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "where the table goes too")
    private Path output = Path.of("");

    @Option(names = "--folder", description = "where databases and servers keep their data (the temporary folder)")
    private Path folder = Path.of(System.getProperty("java.io.tmpdir"));

    @Option(names = "--keep", description = "does not delete what servers and databases wrote")
    private boolean keep;

    @Override
    public Integer call() throws IOException {
        if (list) {
            all().forEach(fault -> print(fault.name() + ": " + fault.description() + "\n"));
            return 0;
        }
        List<Fault> chosen = chosen();
        if (keep) {
            return run(chosen, Files.createTempDirectory(folder, PREFIX));
        }
        try (ScratchFolder scratch = ScratchFolder.in(folder, PREFIX)) {
            return run(chosen, scratch.path());
        }
    }

    private int run(List<Fault> chosen, Path scratch) throws IOException {
        try (Lab lab = new Lab(launcher, distribution.toAbsolutePath(), agent, scratch, isLong)) {
            Table table = new Programme(lab, System.err).run(chosen);
            Files.writeString(output, table.markdown());
            print(table.markdown());
            return table.isGood() ? 0 : 1;
        }
    }

    private List<Fault> chosen() {
        List<Fault> all = all();
        List<String> names = all.stream().map(Fault::name).toList();
        only.stream().filter(name -> !names.contains(name)).findFirst().ifPresent(unknown -> {
            throw new ParameterException(
                    spec().commandLine(), "there is no fault " + unknown + "; there are " + String.join(", ", names));
        });
        if (!only.isEmpty()) {
            return all.stream().filter(fault -> only.contains(fault.name())).toList();
        }
        if (mutants) {
            return all.stream().filter(Mutant.class::isInstance).toList();
        }
        return isLong ? all : Faults.SHORT;
    }

    private List<Fault> all() {
        Fault mix = new RandomMix(seed == 0 ? System.nanoTime() : seed, Duration.ofMinutes(minutes));
        return Stream.concat(Faults.ALL.stream(), Stream.of(mix)).toList();
    }

    private CommandSpec spec() {
        return spec == null ? CommandSpec.create() : spec;
    }

    private void print(String text) {
        spec().commandLine().getOut().print(text);
        spec().commandLine().getOut().flush();
    }
}
