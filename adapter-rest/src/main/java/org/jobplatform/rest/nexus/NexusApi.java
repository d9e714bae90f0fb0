package org.jobplatform.rest.nexus;

import java.util.List;
import org.jobplatform.application.usecase.Credentials;
import org.jobplatform.application.usecase.RunQueries;
import org.jobplatform.rest.access.CredentialReader;
import org.jobplatform.rest.json.JsonRules;
import org.jobplatform.rest.server.ServedDialect;

/** All parts of this dialect that a server needs: how it words errors, its resources, and how it reads credentials. */
public final class NexusApi {
    private final List<Object> resources;

    /** The dialect over these use cases. */
    public NexusApi(Credentials credentials, RunQueries runs) {
        this.resources = List.of(
                new LoginResource(credentials),
                new JobStatusResource(runs),
                new JobContentResource(runs),
                new SlashFilter());
    }

    /** How the server words errors for it; it reads no bodies. */
    public ServedDialect dialect() {
        return new ServedDialect("nexus", Addresses.PREFIXES, new TextErrors(), JsonRules.LENIENT);
    }

    /** Reads the hash of a session, or what stands for it. */
    public CredentialReader credentials() {
        return new HashReader();
    }

    /** The resources to register, and a filter that minds their requests only. */
    public List<Object> resources() {
        return resources;
    }
}
