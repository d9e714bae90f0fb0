package org.jobplatform.rest.nativeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jobplatform.application.usecase.JobDraft;
import org.jobplatform.domain.job.Concurrency;
import org.jobplatform.domain.job.FederatedId;
import org.jobplatform.domain.job.IdentifierGrammar;
import org.jobplatform.domain.job.JobDefinition;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.JobType;
import org.jobplatform.domain.job.OnLost;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.job.RetryPolicy;
import org.jobplatform.domain.job.RunnerConfiguration;
import org.jobplatform.rest.json.InvalidBody;
import org.jobplatform.rest.json.JsonFields;
import org.jobplatform.rest.json.JsonRules;

/**
 * Reads job documents, be they bodies of requests or files. A job as the API answers it is a document too: what the
 * server has added is passed over. The runner's settings are taken as they are; the runner judges them later.
 */
public final class JobDocumentReader {
    private static final List<String> ADDED_BY_SERVER = List.of("version", "created", "updated", "links");

    private JobDocumentReader() {}

    /**
     * Reads a document from a file format whose scalars have no firm types, such as YAML: one of any type may stand where
     * text is wanted, and text where a number is wanted.
     *
     * @throws InvalidBody with every field that cannot be taken
     */
    public static JobDraft readFile(JsonNode document) {
        if (!(document instanceof ObjectNode object)) {
            throw new InvalidBody("a job document must be a map of fields");
        }
        return read(JsonFields.of(LooseScalars.firm(object), JsonRules.STRICT), Optional.empty());
    }

    /**
     * Reads the document of the job with this id, which the document may repeat.
     *
     * @throws InvalidBody with every field that cannot be taken
     */
    static JobDraft read(JsonFields document, JobId addressed) {
        return read(document, Optional.of(addressed));
    }

    private static JobDraft read(JsonFields document, Optional<JobId> addressed) {
        Optional<JobId> id = FieldValues.value(document, "id", JobId::new);
        if (addressed.isPresent() && id.isPresent() && !id.equals(addressed)) {
            document.problem("id", "must be the id in the address");
        }
        Optional<FederatedId> federatedId = FieldValues.value(document, "federatedId", FederatedId::new);
        Optional<ProjectPath> project = FieldValues.value(document, "project", ProjectPath::new);
        Optional<JobName> name = FieldValues.required(document, "name", JobName::new);
        Optional<JobType> type = FieldValues.value(document, "type", JobType::new);
        Optional<String> description = FieldValues.text(document, "description", JobDefinition.MAXIMUM_DESCRIPTION);
        Optional<RunnerConfiguration> runner = runner(document);
        Map<String, String> parameters = FieldValues.parameters(document);
        Optional<Duration> timeout = PolicyReader.timeout(document);
        Optional<Concurrency> concurrency = PolicyReader.concurrency(document);
        RetryPolicy retry = PolicyReader.retry(document);
        Optional<OnLost> onLost = FieldValues.value(document, "onLost", text -> ValueText.lower(OnLost.class, text));
        List<JobId> next = next(document);
        ADDED_BY_SERVER.forEach(document::has);
        document.check();
        return new JobDraft(
                addressed.or(() -> id),
                federatedId,
                new JobDefinition(
                        project.orElse(ProjectPath.DEFAULT),
                        name.orElseThrow(),
                        type.orElse(JobType.UNSPECIFIED),
                        description,
                        runner.orElseThrow(),
                        parameters,
                        timeout,
                        concurrency,
                        retry,
                        onLost.orElse(OnLost.END),
                        next));
    }

    private static List<JobId> next(JsonFields document) {
        Set<JobId> next = new LinkedHashSet<>();
        int place = 0;
        for (String id : document.optionalTexts("next", JobDefinition.MAXIMUM_NEXT, IdentifierGrammar.MAXIMUM_LENGTH)) {
            try {
                if (!next.add(new JobId(id))) {
                    document.problem("next[" + place + "]", "must not name a job twice");
                }
            } catch (IllegalArgumentException malformed) {
                document.problem("next[" + place + "]", String.valueOf(malformed.getMessage()));
            }
            place++;
        }
        return List.copyOf(next);
    }

    private static Optional<RunnerConfiguration> runner(JsonFields document) {
        return FieldValues.required(document, "runner", kind -> new RunnerConfiguration(kind, Map.of()))
                .flatMap(runner -> SettingsTree.read(document, runner.kind()));
    }
}
