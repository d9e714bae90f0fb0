package org.jobplatform.domain.access;

/** One thing that a role may allow. */
public enum Permission {
    /** See jobs. */
    JOB_READ,
    /** Make, change and delete jobs. */
    JOB_WRITE,
    /** See runs, their logs, their content and their callbacks. */
    RUN_READ,
    /** Start runs. */
    RUN_START,
    /** Stop runs. */
    RUN_STOP,
    /** See and change the secrets that callbacks are signed with. */
    CALLBACK_SECRET,
    /** Administer the platform: users, their grants and keys, retention. */
    ADMINISTER;

    /** Says whether this concerns no single project, so that only who may do it everywhere may do it at all. */
    public boolean isOfThePlatform() {
        return this == ADMINISTER;
    }
}
