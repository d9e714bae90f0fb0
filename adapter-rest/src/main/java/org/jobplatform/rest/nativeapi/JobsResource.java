package org.jobplatform.rest.nativeapi;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.application.port.JobCursor;
import org.jobplatform.application.port.JobFilter;
import org.jobplatform.application.usecase.DeleteJob;
import org.jobplatform.application.usecase.JobQueries;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.JobType;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.Requires;
import org.jobplatform.rest.http.QueryFields;
import org.jobplatform.rest.json.JsonFields;

/** Jobs: list, read, make or change, delete, start. */
@Path(NativeApi.PREFIX + "/jobs")
@Produces(MediaType.APPLICATION_JSON)
public final class JobsResource {
    private final JobQueries jobs;
    private final JobChanges changes;
    private final DeleteJob deletion;
    private final RunStarts starts;

    JobsResource(JobQueries jobs, JobChanges changes, DeleteJob deletion, RunStarts starts) {
        this.jobs = jobs;
        this.changes = changes;
        this.deletion = deletion;
        this.starts = starts;
    }

    /** One page of jobs. */
    @GET
    @Requires(Permission.JOB_READ)
    public Map<String, Object> list(@Context ContainerRequestContext request) {
        QueryFields query = QueryFields.of(request);
        JobFilter filter = new JobFilter(
                query.parsed("project", ProjectPath::new),
                query.parsed("type", JobType::new),
                query.text("text", JobName.MAXIMUM_LENGTH));
        Optional<JobCursor> after = query.parsed("cursor", Cursors::job);
        Page page = Page.of(query);
        query.check();
        return page.answer(
                "jobs",
                jobs.page(filter, after, page.wanted(), Callers.principal(request)),
                JobResponse::from,
                job -> Cursors.text(JobCursor.of(job)));
    }

    /** One job, with its version as entity tag. */
    @GET
    @Path("{id}")
    @Requires(Permission.JOB_READ)
    public Response read(@PathParam("id") String id, @Context ContainerRequestContext request) {
        QueryFields.of(request).check();
        Job job = jobs.find(PathIds.job(id), Callers.principal(request));
        return JobConditions.unlessKnown(request, job)
                .orElseGet(() -> Response.ok(JobResponse.from(job)).tag(JobConditions.tag(job)))
                .build();
    }

    /** Makes or changes a job as its document says. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.JOB_WRITE)
    public Response write(@PathParam("id") String id, JsonFields body, @Context ContainerRequestContext request) {
        QueryFields.of(request).check();
        return changes.apply(
                JobDocumentReader.read(body, PathIds.newJob(id)),
                JobConditions.of(request),
                Callers.principal(request));
    }

    /** Deletes a job without unfinished runs. */
    @DELETE
    @Path("{id}")
    @Requires(Permission.JOB_WRITE)
    public void delete(@PathParam("id") String id, @Context ContainerRequestContext request) {
        QueryFields.of(request).check();
        JobId job = PathIds.job(id);
        Principal who = Callers.principal(request);
        JobConditions.check(request, jobs.find(job, who));
        deletion.delete(job, who);
    }

    /** Starts a run of a job. */
    @POST
    @Path("{id}/runs")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.RUN_START)
    public Response start(@PathParam("id") String id, JsonFields body, @Context ContainerRequestContext request)
            throws InterruptedException {
        QueryFields.of(request).check();
        return starts.start(StartReader.read(PathIds.job(id), body, request), request);
    }
}
