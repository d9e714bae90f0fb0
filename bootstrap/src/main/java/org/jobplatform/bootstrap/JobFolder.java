package org.jobplatform.bootstrap;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jobplatform.application.execution.TaskRunners;
import org.jobplatform.application.usecase.ApplyJob;
import org.jobplatform.application.usecase.JobDraft;
import org.jobplatform.application.usecase.Precondition;
import org.jobplatform.bootstrap.settings.BadSettings;
import org.jobplatform.domain.job.JobDefinition;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.rest.json.InvalidBody;
import org.jobplatform.rest.nativeapi.JobDocumentReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies the job definitions of a folder: every {@code .yaml} and {@code .yml} file in it, in the order of their names. */
final class JobFolder {
    private static final Logger log = LoggerFactory.getLogger(JobFolder.class);
    private static final String EDITOR = "jobs folder";
    private static final int MOST_TRIES = 5;

    private final ApplyJob applyJob;
    private final TaskRunners runners;

    JobFolder(ApplyJob applyJob, TaskRunners runners) {
        this.applyJob = applyJob;
        this.runners = runners;
    }

    /** Applies every definition. @throws BadSettings when some are wrong, with all their problems; the good ones are applied */
    void apply(Path folder) {
        List<String> problems = new ArrayList<>();
        Path absolute = folder.toAbsolutePath().normalize();
        for (Path file : files(absolute)) {
            try {
                int number = 0;
                for (JsonNode document : YamlDocuments.read(Files.readString(file))) {
                    number++;
                    apply(absolute, file, number, document, problems);
                }
            } catch (IOException | IllegalArgumentException unreadable) {
                problems.add(file + ": " + unreadable.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new BadSettings(problems);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new BadSettings(List.of("jobs.dir: the folder " + folder + " cannot be read"));
        }
    }

    private void apply(Path folder, Path file, int number, JsonNode document, List<String> problems) {
        String place = file + " (document " + number + "): ";
        try {
            JobDraft draft = absolute(JobDocumentReader.readFile(document), folder);
            ApplyJob.Applied applied = applied(draft);
            if (applied.change() != ApplyJob.Change.UNCHANGED) {
                log.info("Job {} of {}: {}", applied.job().definition().path(), file, applied.change());
            }
        } catch (InvalidBody wrong) {
            wrong.problems().forEach(problem -> problems.add(place + problem.field() + ": " + problem.message()));
        } catch (JobFailure.Invalid invalid) {
            invalid.problems().forEach(problem -> problems.add(place + problem));
        } catch (JobFailure refused) {
            problems.add(place + refused.getMessage());
        }
    }

    /** Another node may apply the same folder at this moment, and what both had found missing is there at the next look. */
    private ApplyJob.Applied applied(JobDraft draft) {
        for (int tries = 1; ; tries++) {
            try {
                return applyJob.applyForOperator(draft, new Precondition.None(), EDITOR);
            } catch (JobFailure.Invalid wrong) {
                throw wrong;
            } catch (JobFailure refused) {
                if (tries == MOST_TRIES) {
                    throw refused;
                }
            }
        }
    }

    private JobDraft absolute(JobDraft draft, Path folder) {
        JobDefinition written = draft.definition();
        return new JobDraft(
                draft.id(), draft.federatedId(), written.withRunner(runners.resolve(written.runner(), folder)));
    }
}
