package org.jobplatform.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.domain.access.Reach;
import org.jobplatform.domain.job.ProjectPath;

/**
 * The condition that a project is within somebody's reach, in SQL and in Hibernate's language alike: for each folder that
 * it is this one or begins with it and a slash, said by two ends so that an index serves.
 */
final class ReachCondition {
    /** The character after the slash: texts between begin with the slash. */
    private static final String AFTER_SLASH = "0";

    private ReachCondition() {}

    /**
     * The condition; empty when everything is within reach.
     *
     * @param column that holds the project
     * @param values to which those of the condition are added
     */
    static Optional<String> of(Reach reach, String column, Map<String, Object> values) {
        return switch (reach) {
            case Reach.Everything ignored -> Optional.empty();
            case Reach.Folders folders -> Optional.of(of(folders.folders(), column, values));
        };
    }

    private static String of(List<ProjectPath> folders, String column, Map<String, Object> values) {
        if (folders.isEmpty()) {
            return "1 = 0";
        }
        List<String> clauses = new ArrayList<>();
        for (int i = 0; i < folders.size(); i++) {
            String folder = folders.get(i).value();
            clauses.add("%1$s = :reach%2$d or %1$s >= :reachFrom%2$d and %1$s < :reachTo%2$d".formatted(column, i));
            values.put("reach" + i, folder);
            values.put("reachFrom" + i, folder + "/");
            values.put("reachTo" + i, folder + AFTER_SLASH);
        }
        return "(" + String.join(" or ", clauses) + ")";
    }
}
