package org.jobplatform.domain.access;

import java.util.EnumSet;
import java.util.Set;

/** What somebody may do where the role was granted; each role may do all the one before may. */
public enum Role {
    /** Looks at jobs, runs, logs and results. */
    VIEWER,
    /** Also starts and stops runs. */
    OPERATOR,
    /** Also writes jobs, and sees the secrets that callbacks are signed with. */
    EDITOR,
    /** Also administers the platform, when granted everywhere. */
    ADMIN;

    /** The permissions of this role: the one place that says what a role may do. */
    public Set<Permission> permissions() {
        return switch (this) {
            case VIEWER -> EnumSet.of(Permission.JOB_READ, Permission.RUN_READ);
            case OPERATOR -> with(VIEWER, Permission.RUN_START, Permission.RUN_STOP);
            case EDITOR -> with(OPERATOR, Permission.JOB_WRITE, Permission.CALLBACK_SECRET);
            case ADMIN -> EnumSet.allOf(Permission.class);
        };
    }

    /** Says whether this role has the permission. */
    public boolean allows(Permission permission) {
        return permissions().contains(permission);
    }

    private static Set<Permission> with(Role lesser, Permission... more) {
        Set<Permission> permissions = EnumSet.copyOf(lesser.permissions());
        permissions.addAll(Set.of(more));
        return permissions;
    }
}
