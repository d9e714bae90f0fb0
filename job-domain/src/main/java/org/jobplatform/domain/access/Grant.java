package org.jobplatform.domain.access;

import java.util.Optional;
import org.jobplatform.domain.job.ProjectPath;

/**
 * A role, and where somebody has it.
 *
 * @param project this folder and every folder below it; everywhere when empty
 */
public record Grant(Optional<ProjectPath> project, Role role) {
    /** The role in every project. */
    public static Grant everywhere(Role role) {
        return new Grant(Optional.empty(), role);
    }

    /** The role in this folder and below. */
    public static Grant in(ProjectPath project, Role role) {
        return new Grant(Optional.of(project), role);
    }

    /** Says whether the role holds in this project. */
    public boolean covers(ProjectPath place) {
        return project.map(folder -> folder.contains(place)).orElse(true);
    }

    /** This grant with no more than what the other role may do. */
    Grant cappedAt(Role cap) {
        return role.compareTo(cap) <= 0 ? this : new Grant(project, cap);
    }
}
