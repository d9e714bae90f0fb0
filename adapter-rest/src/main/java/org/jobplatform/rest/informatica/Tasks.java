package org.jobplatform.rest.informatica;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.port.JobCursor;
import org.jobplatform.application.port.JobFilter;
import org.jobplatform.application.usecase.JobQueries;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.job.FederatedId;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.rest.http.Identifiers;
import org.jobplatform.rest.json.FieldProblem;
import org.jobplatform.rest.json.InvalidBody;

/** Finds the job that a request of this dialect calls a task. */
final class Tasks {
    private static final int PAGE = 500;

    private final JobQueries jobs;

    Tasks(JobQueries jobs) {
        this.jobs = jobs;
    }

    /**
     * The one job that the address names. Of several ways to name it the federated id leads, then the id, then the name.
     *
     * @throws JobFailure.NotFound when there is none, or it is of another type
     * @throws InvalidBody when the address names two different jobs
     */
    Job find(TaskAddress address, Principal who) {
        Job job = lead(address, who);
        requireSame("taskId", address.id(), job.id().value());
        requireSame("taskFederatedId", address.federatedId(), job.federatedId().value());
        requireSame("taskName", address.name(), job.definition().name().value());
        return required(job, address.type());
    }

    private Job lead(TaskAddress address, Principal who) {
        if (address.federatedId().isPresent()) {
            return jobs.find(
                    Identifiers.parse(address.federatedId().get(), FederatedId::new)
                            .orElseThrow(Tasks::notFound),
                    who);
        }
        if (address.id().isPresent()) {
            Job job =
                    jobs.find(Identifiers.parse(address.id().get(), JobId::new).orElseThrow(Tasks::notFound), who);
            if (!inDefault(job)) {
                throw notFound();
            }
            return job;
        }
        return theOne(
                address.name()
                        .flatMap(name -> Identifiers.parse(name, JobName::new))
                        .orElseThrow(Tasks::notFound),
                who);
    }

    /** Every job, in the order of project and name. */
    List<Job> all(Principal who) {
        List<Job> found = new ArrayList<>();
        List<Job> page = jobs.page(JobFilter.ALL, Optional.empty(), PAGE, who);
        found.addAll(page);
        while (page.size() == PAGE) {
            page = jobs.page(JobFilter.ALL, Optional.of(JobCursor.of(page.getLast())), PAGE, who);
            found.addAll(page);
        }
        return found;
    }

    /** Every job that is shown as one of this type, in the order of project and name. */
    List<Job> ofType(TaskType type, Principal who) {
        return all(who).stream().filter(job -> isShownAs(job, type)).toList();
    }

    /** The job with this id, in whatever project. @throws JobFailure.NotFound when there is none, or it is of another type */
    Job withId(String id, TaskType type, Principal who) {
        return required(jobs.find(Identifiers.parse(id, JobId::new).orElseThrow(Tasks::notFound), who), type);
    }

    /** The job with this federated id. @throws JobFailure.NotFound when there is none */
    Job withFederatedId(FederatedId id, Principal who) {
        return jobs.find(id, who);
    }

    /** The job that an address by this name finds. @throws JobFailure.NotFound when there is none, or it is of another type */
    Job named(String name, TaskType type, Principal who) {
        return required(theOne(Identifiers.parse(name, JobName::new).orElseThrow(Tasks::notFound), who), type);
    }

    /** Every job of this name, in the order of their projects. */
    List<Job> named(JobName name, Principal who) {
        return jobs.named(name, who);
    }

    private static Job required(Job job, TaskType type) {
        if (!isShownAs(job, type)) {
            throw notFound();
        }
        return job;
    }

    private static boolean isShownAs(Job job, TaskType type) {
        return TaskType.shownFor(job.definition().type()) == type;
    }

    private Job theOne(JobName name, Principal who) {
        List<Job> found = jobs.named(name, who);
        return found.stream()
                .filter(Tasks::inDefault)
                .findFirst()
                .or(() -> found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty())
                .orElseThrow(Tasks::notFound);
    }

    private static boolean inDefault(Job job) {
        return job.definition().project().equals(ProjectPath.DEFAULT);
    }

    private static void requireSame(String field, Optional<String> given, String found) {
        if (given.isPresent() && !given.get().equals(found)) {
            throw new InvalidBody(List.of(new FieldProblem(field, "names another task than the rest of the request")));
        }
    }

    private static JobFailure.NotFound notFound() {
        return new JobFailure.NotFound("this address");
    }
}
