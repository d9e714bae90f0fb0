package org.jobplatform.rest.nativeapi;

import java.util.EnumSet;
import java.util.Set;
import org.jobplatform.application.port.RunFilter;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.rest.http.QueryFields;

/** Reads which runs a query asks for. */
final class RunFilters {
    private RunFilters() {}

    static RunFilter read(QueryFields query) {
        return new RunFilter(
                query.parsed("state", RunFilters::statuses).orElse(Set.of()),
                query.parsed("job", JobId::new),
                query.parsed("project", ProjectPath::new),
                query.parsed("dialect", text -> ValueText.lower(Dialect.class, text)),
                query.parsed("from", ValueText::instant),
                query.parsed("to", ValueText::instant),
                query.text("text", JobName.MAXIMUM_LENGTH));
    }

    private static Set<RunStatus> statuses(String list) {
        Set<RunStatus> statuses = EnumSet.noneOf(RunStatus.class);
        for (String name : list.split(",", -1)) {
            statuses.add(ValueText.upper(RunStatus.class, name));
        }
        return statuses;
    }
}
