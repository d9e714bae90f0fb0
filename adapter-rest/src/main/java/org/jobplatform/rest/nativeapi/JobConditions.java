package org.jobplatform.rest.nativeapi;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jobplatform.application.usecase.Precondition;
import org.jobplatform.domain.job.Job;
import org.jobplatform.rest.json.FieldProblem;
import org.jobplatform.rest.json.InvalidBody;

/** The entity tag of a job, which is its version, and the conditions that requests put on it. */
final class JobConditions {
    private static final Pattern TAG = Pattern.compile("(W/)?\"([!#-~]*)\"");
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");
    private static final long NONE = -1;

    private JobConditions() {}

    static EntityTag tag(Job job) {
        return new EntityTag(Long.toString(job.version()));
    }

    /** What a change asks for by {@code If-Match} (one strong tag or a star) or {@code If-None-Match: *}. */
    static Precondition of(ContainerRequestContext request) {
        String match = request.getHeaderString(HttpHeaders.IF_MATCH);
        String noneMatch = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (match != null && noneMatch != null) {
            throw refused(HttpHeaders.IF_NONE_MATCH, "cannot be combined with If-Match");
        }
        if (noneMatch != null) {
            if (!noneMatch.strip().equals("*")) {
                throw refused(HttpHeaders.IF_NONE_MATCH, "must be * in a change");
            }
            return new Precondition.Absent();
        }
        return match == null ? new Precondition.None() : matching(match.strip());
    }

    private static Precondition matching(String match) {
        if (match.equals("*")) {
            return new Precondition.Present();
        }
        Matcher tag = TAG.matcher(match);
        if (!tag.matches()) {
            throw refused(HttpHeaders.IF_MATCH, "must be * or one entity tag in double quotes");
        }
        boolean strong = tag.group(1) == null && VERSION.matcher(tag.group(2)).matches();
        return new Precondition.Version(strong ? Long.parseLong(tag.group(2)) : NONE);
    }

    /** The answer to a reader whose conditions say that it need not have the job. */
    static Optional<Response.ResponseBuilder> unlessKnown(ContainerRequestContext request, Job job) {
        return Optional.ofNullable(request.getRequest().evaluatePreconditions(tag(job)));
    }

    /** Ends a request whose conditions this job does not meet. */
    static void check(ContainerRequestContext request, Job job) {
        unlessKnown(request, job).ifPresent(unmet -> {
            throw new WebApplicationException(unmet.build());
        });
    }

    private static InvalidBody refused(String header, String message) {
        return new InvalidBody(List.of(new FieldProblem(header, message)));
    }
}
