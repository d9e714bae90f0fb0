package org.jobplatform.rest.nexus;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.rest.http.QueryFields;

/** Which job a request is about: said once, by the parameter {@code id} or by the path. */
final class IdQuery {
    private static final String NAME = "id";
    private static final int LONGEST = 4096;

    private IdQuery() {}

    /** The id of the query; empty when it is absent. */
    static Optional<RunId> optional(ContainerRequestContext request) {
        QueryFields query = QueryFields.of(request);
        Optional<String> id = query.text(NAME, LONGEST);
        query.checkAsked();
        return id.map(JobIds::read);
    }

    /** The id of the query, which must be there. */
    static RunId required(ContainerRequestContext request) {
        QueryFields query = QueryFields.of(request);
        Optional<RunId> id = query.required(NAME, text -> text).map(JobIds::read);
        query.checkAsked();
        return id.orElseThrow();
    }

    /** The id of the path, beside which the query has none. */
    static RunId ofPath(String id, ContainerRequestContext request) {
        QueryFields query = QueryFields.of(request);
        if (query.has(NAME)) {
            query.problem(NAME, "is given more than once");
        }
        query.checkAsked();
        return JobIds.read(id);
    }
}
