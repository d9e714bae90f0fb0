package org.jobplatform.domain.access;

import java.util.function.Supplier;
import org.jobplatform.domain.job.ProjectPath;

/**
 * Whoever a request comes from, after it was proved, and what may be done by it.
 *
 * @param grants those of the user, within the limits of the credential
 * @param limits of the credential; no credential made by this one may have fewer
 */
public record Principal(String userId, String name, Grants grants, KeyLimits limits) {
    /** What becomes of the wish to do this with something in the project. */
    public Judgement judge(Permission permission, ProjectPath project) {
        return grants.judge(permission, project);
    }

    /** Says whether this may be done with something in the project. */
    public boolean may(Permission permission, ProjectPath project) {
        return judge(permission, project) == Judgement.ALLOWED;
    }

    /**
     * Lets through who may do this with something in the project.
     *
     * @param missing what is thrown when there is no such thing; also when it may not be seen
     * @throws AccessFailure.Denied when it may be seen only
     */
    public void require(Permission permission, ProjectPath project, Supplier<? extends RuntimeException> missing) {
        switch (judge(permission, project)) {
            case ALLOWED -> {}
            case DENIED -> throw new AccessFailure.Denied(permission);
            case HIDDEN -> throw missing.get();
        }
    }

    /** Lets through who may do this in every project. @throws AccessFailure.Denied otherwise */
    public void requireEverywhere(Permission permission) {
        if (!grants.allowEverywhere(permission)) {
            throw new AccessFailure.Denied(permission);
        }
    }

    /** Lets through who may do this somewhere. @throws AccessFailure.Denied otherwise */
    public void requireSomewhere(Permission permission) {
        if (!grants.allowSomewhere(permission)) {
            throw new AccessFailure.Denied(permission);
        }
    }

    /** Out of which projects things are listed for this. */
    public Reach reach(Permission permission) {
        return grants.reach(permission);
    }
}
