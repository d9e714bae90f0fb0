package org.jobplatform.domain.access;

/** Why somebody was not let in. */
public abstract sealed class AccessFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private AccessFailure(String message) {
        super(message);
    }

    /** No credential, a wrong one, or one that has expired; deliberately not said which. */
    public static final class Unauthenticated extends AccessFailure {
        private static final long serialVersionUID = 1;

        /** The same words whatever was wrong. */
        public Unauthenticated() {
            super("the credential is missing, wrong or expired");
        }
    }

    /** The credential is good, and its owner may not do this. */
    public static final class Denied extends AccessFailure {
        private static final long serialVersionUID = 1;

        /** @param permission the one that is missing */
        public Denied(Permission permission) {
            super("this needs the permission " + permission);
        }
    }
}
