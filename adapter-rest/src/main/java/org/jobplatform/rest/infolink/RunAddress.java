package org.jobplatform.rest.infolink;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.rest.http.QueryFields;

/** Which run a query asks about. */
record RunAddress(ProjectPath app, RunId id) {
    /** Reads the query. @throws org.jobplatform.rest.json.InvalidBody with every problem it has */
    static RunAddress from(ContainerRequestContext request) {
        QueryFields query = QueryFields.of(request);
        Optional<ProjectPath> app = query.required("appId", ProjectPath::new);
        Optional<RunId> id = query.required("jobId", RunId::new);
        query.checkAsked();
        return new RunAddress(app.orElseThrow(), id.orElseThrow());
    }
}
