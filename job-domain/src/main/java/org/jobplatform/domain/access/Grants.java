package org.jobplatform.domain.access;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jobplatform.domain.job.ProjectPath;

/**
 * Every grant of somebody, in the order of the projects, what holds everywhere first. Where several cover a project, what
 * any of them allows is allowed. This is the one place that judges who may do what, and where.
 *
 * @param all at most {@link #MAXIMUM}, no two for one project
 */
public record Grants(List<Grant> all) {
    private static final Comparator<Grant> BY_PLACE = Comparator.comparing(
            grant -> grant.project().map(ProjectPath::value).orElse(""));

    /** Most grants of one user. */
    public static final int MAXIMUM = 100;

    /** May do nothing anywhere. */
    public static final Grants NONE = new Grants(List.of());

    /** @throws IllegalArgumentException when there are too many, or two for one project */
    public Grants {
        if (all.size() > MAXIMUM) {
            throw new IllegalArgumentException("there may be at most " + MAXIMUM + " grants");
        }
        if (all.stream().map(Grant::project).distinct().count() < all.size()) {
            throw new IllegalArgumentException("there may be one grant for each project");
        }
        all = all.stream().sorted(BY_PLACE).toList();
    }

    /** One role in every project. */
    public static Grants everywhere(Role role) {
        return new Grants(List.of(Grant.everywhere(role)));
    }

    /** One role in one folder and below. */
    public static Grants in(ProjectPath project, Role role) {
        return new Grants(List.of(Grant.in(project, role)));
    }

    /** The role that holds in every project. */
    public Optional<Role> everywhere() {
        return all.stream()
                .filter(grant -> grant.project().isEmpty())
                .map(Grant::role)
                .findFirst();
    }

    /** What becomes of somebody who wants this of something in the project. */
    public Judgement judge(Permission permission, ProjectPath project) {
        List<Grant> covering =
                all.stream().filter(grant -> grant.covers(project)).toList();
        if (covering.isEmpty()) {
            return Judgement.HIDDEN;
        }
        return covering.stream().anyMatch(grant -> grant.role().allows(permission))
                ? Judgement.ALLOWED
                : Judgement.DENIED;
    }

    /** Says whether this is allowed in every project, as what concerns the whole platform must be. */
    public boolean allowEverywhere(Permission permission) {
        return everywhere().filter(role -> role.allows(permission)).isPresent();
    }

    /** Says whether there can be anything of which this is allowed. */
    public boolean allowSomewhere(Permission permission) {
        return permission.isOfThePlatform()
                ? allowEverywhere(permission)
                : all.stream().anyMatch(grant -> grant.role().allows(permission));
    }

    /** Where this is allowed. */
    public Reach reach(Permission permission) {
        return allowEverywhere(permission)
                ? Reach.EVERYTHING
                : Reach.of(all.stream()
                        .filter(grant -> grant.role().allows(permission))
                        .flatMap(grant -> grant.project().stream())
                        .toList());
    }

    /** These grants, none with more than what this role may do. */
    public Grants cappedAt(Role cap) {
        return new Grants(all.stream().map(grant -> grant.cappedAt(cap)).toList());
    }
}
