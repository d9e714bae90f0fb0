package org.jobplatform.rest.informatica;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.usecase.Credentials;
import org.jobplatform.application.usecase.JobQueries;
import org.jobplatform.application.usecase.JobSteps;
import org.jobplatform.application.usecase.RunQueries;
import org.jobplatform.application.usecase.StartRun;
import org.jobplatform.application.usecase.StopJob;
import org.jobplatform.rest.access.CredentialReader;
import org.jobplatform.rest.json.JsonRules;
import org.jobplatform.rest.server.ServedDialect;

/** All parts of this dialect that a server needs: its two versions, its resources, and how it reads credentials. */
public final class InformaticaApi {
    private final SessionHeader header = new SessionHeader();
    private final List<Object> resources;

    /**
     * The dialect over these use cases.
     *
     * @param publicUrl where clients reach the server, as {@code scheme://host[:port]}; without it they are told the host
     *     they have asked
     */
    public InformaticaApi(
            Credentials credentials,
            JobQueries jobs,
            JobSteps steps,
            RunQueries runs,
            StartRun start,
            StopJob stop,
            InstantSource clock,
            Optional<URI> publicUrl) {
        PublicAddress address = new PublicAddress(publicUrl);
        Tasks tasks = new Tasks(jobs);
        this.resources = List.of(
                new UserResource(credentials, header, address),
                new SessionResource(credentials, header, address),
                new JobResource(tasks, start, stop),
                new ActivityResource(new Activity(runs), new RunLogs(runs)),
                new TaskResource(tasks),
                new TypedTaskResource(tasks, steps),
                new ObjectsResource(new Assets(tasks)),
                new ServerTimeResource(clock),
                new XmlRequestReader(),
                new XmlAnswerWriter(),
                new ContentTypeFilter());
    }

    /** Version 2 and version 3, whose errors differ. */
    public List<ServedDialect> dialects() {
        return List.of(
                new ServedDialect(
                        "informatica v2", Addresses.V2_PREFIXES, new VersionTwoErrors(), JsonRules.TRAILING_COMMA),
                new ServedDialect(
                        "informatica v3", Addresses.V3_PREFIXES, new VersionThreeErrors(), JsonRules.TRAILING_COMMA));
    }

    /** The resources of both, and a filter that minds their requests only. */
    public List<Object> resources() {
        return resources;
    }

    /** Reads the session id or API key of both. */
    public CredentialReader credentials() {
        return header;
    }
}
