package org.jobplatform.rest.nativeapi;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jobplatform.application.usecase.ApplyJob;
import org.jobplatform.application.usecase.JobDraft;
import org.jobplatform.application.usecase.Precondition;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.rest.server.Refusal;
import org.jobplatform.rest.server.RefusedRequest;

/** Makes or changes a job, and answers with it. */
final class JobChanges {
    private final ApplyJob applyJob;

    JobChanges(ApplyJob applyJob) {
        this.applyJob = applyJob;
    }

    Response apply(JobDraft draft, Precondition precondition, Principal who) {
        ApplyJob.Applied applied = applied(draft, precondition, who);
        Job job = applied.job();
        Response.ResponseBuilder answer = switch (applied.change()) {
            case MADE -> Response.created(URI.create(Links.job(job.id())));
            case CHANGED, UNCHANGED -> Response.ok();
        };
        return answer.entity(JobResponse.from(job)).tag(JobConditions.tag(job)).build();
    }

    /** One failure of the core, two statuses: only whoever has set a condition is told that it does not hold. */
    private ApplyJob.Applied applied(JobDraft draft, Precondition precondition, Principal who) {
        try {
            return applyJob.apply(draft, precondition, who);
        } catch (JobFailure.Stale stale) {
            throw precondition instanceof Precondition.None
                    ? stale
                    : new RefusedRequest(Refusal.of(412, "The job is not as the request demands."));
        }
    }
}
