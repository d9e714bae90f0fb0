package org.jobplatform.rest.informatica;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.job.FederatedId;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.rest.http.Identifiers;

/** Finds tasks, and the projects and folders that exist by tasks being in them. */
final class Assets {
    private static final Comparator<Asset> ORDER =
            Comparator.comparing(Asset::path).thenComparing(Asset::type);
    private static final BinaryOperator<Job.Edit> LATEST = BinaryOperator.maxBy(Comparator.comparing(Job.Edit::at));

    private final Tasks tasks;

    Assets(Tasks tasks) {
        this.tasks = tasks;
    }

    /** Every object that the query lets through, in the order of their paths. */
    List<Asset> find(AssetQuery query, Principal who) {
        List<Job> jobs = tasks.all(who);
        return Stream.concat(places(jobs), jobs.stream().map(Asset::of))
                .filter(query::accepts)
                .sorted(ORDER)
                .toList();
    }

    /** Each of the objects that exists, in the order of the question. */
    List<Asset> find(List<LookupRequest.Wanted> wanted, Principal who) {
        List<Asset> found = new ArrayList<>();
        // Places are gathered from all jobs, so only when one may be meant, and once.
        List<Asset> places = null;
        for (LookupRequest.Wanted object : wanted) {
            Optional<Asset> asset = task(object, who).filter(object::accepts);
            if (asset.isEmpty() && object.mayBePlace()) {
                places = places == null ? places(tasks.all(who)).toList() : places;
                asset = places.stream().filter(object::accepts).findFirst();
            }
            asset.ifPresent(found::add);
        }
        return found;
    }

    private Optional<Asset> task(LookupRequest.Wanted wanted, Principal who) {
        try {
            return (wanted.id().isPresent()
                            ? Identifiers.parse(wanted.id().get(), FederatedId::new)
                                    .map(id -> tasks.withFederatedId(id, who))
                            : wanted.path().flatMap(path -> withPath(path, who)))
                    .map(Asset::of);
        } catch (JobFailure.NotFound unknown) {
            return Optional.empty();
        }
    }

    private Optional<Job> withPath(String path, Principal who) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return Identifiers.parse(name, JobName::new).stream()
                .flatMap(parsed -> tasks.named(parsed, who).stream())
                .filter(job -> job.definition().path().equals(path))
                .findFirst();
    }

    private static Stream<Asset> places(List<Job> jobs) {
        Map<String, Job.Edit> updates = new TreeMap<>();
        for (Job job : jobs) {
            String path = job.definition().project().value();
            for (int end = path.length(); end >= 0; end = path.lastIndexOf('/', end - 1)) {
                updates.merge(path.substring(0, end), job.updated(), LATEST);
            }
        }
        return updates.entrySet().stream().map(place -> Asset.place(place.getKey(), place.getValue()));
    }
}
