package org.jobplatform.application.port;

import org.jobplatform.domain.access.Grants;
import org.jobplatform.domain.access.KeyLimits;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.access.User;
import org.jobplatform.domain.job.ProjectPath;

/** Who asks in tests. */
public final class AccessExamples {
    /** May do everything everywhere. */
    public static final Principal ALICE = everywhere("alice", Role.ADMIN);

    private AccessExamples() {}

    /** Somebody with one role in every project. */
    public static Principal everywhere(String name, Role role) {
        return new Principal("id-of-" + name, name, Grants.everywhere(role), KeyLimits.NONE);
    }

    /** Somebody with one role in a folder. */
    public static Principal in(String project, String name, Role role) {
        return new Principal("id-of-" + name, name, Grants.in(new ProjectPath(project), role), KeyLimits.NONE);
    }

    /** A user with one role in every project. */
    public static User user(String id, String name, Role role) {
        return new User(id, name, Grants.everywhere(role), "$hash$", false, RunExamples.NOW);
    }
}
