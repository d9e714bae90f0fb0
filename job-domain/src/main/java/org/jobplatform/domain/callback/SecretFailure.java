package org.jobplatform.domain.callback;

import org.jobplatform.domain.job.ProjectPath;

/** Why something asked of a project's signing secrets was not done. Nothing was changed. */
public abstract sealed class SecretFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private SecretFailure(String message) {
        super(message);
    }

    /** No job is in this project. */
    public static final class NoProject extends SecretFailure {
        private static final long serialVersionUID = 1;

        /** @param description which, such as {@code called Sales} */
        public NoProject(String description) {
            super("there is no project " + description);
        }
    }

    /** Two secrets are valid; a third would silently end the eldest. */
    public static final class StillRotating extends SecretFailure {
        private static final long serialVersionUID = 1;

        /** @param project whose secrets they are */
        public StillRotating(ProjectPath project) {
            super("the previous callback secret of project " + project + " is still valid and must be retired first");
        }
    }

    /** The secrets were changed by somebody else since they were read. */
    public static final class Stale extends SecretFailure {
        private static final long serialVersionUID = 1;

        /** @param project whose secrets they are */
        public Stale(ProjectPath project) {
            super("the callback secrets of project " + project + " were changed meanwhile");
        }
    }
}
