package org.jobplatform.domain.access;

/** Why something asked of a user or of its keys was not done. Nothing was changed. */
public abstract sealed class UserFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private UserFailure(String message) {
        super(message);
    }

    /** There is no such user, or the user has no such key. */
    public static final class NotFound extends UserFailure {
        private static final long serialVersionUID = 1;

        /** @param description what was looked for, such as {@code user of this name} */
        public NotFound(String description) {
            super("there is no " + description);
        }
    }

    /** Another user has the name. */
    public static final class Taken extends UserFailure {
        private static final long serialVersionUID = 1;

        /** @param name the name */
        public Taken(String name) {
            super("another user is called " + name);
        }
    }

    /** Nobody could administer the platform any more. */
    public static final class LastAdministrator extends UserFailure {
        private static final long serialVersionUID = 1;

        /** @param name the only user who can */
        public LastAdministrator(String name) {
            super("the user " + name + " is the last who administers the platform");
        }
    }

    /** The user has as many keys as one may have. */
    public static final class TooManyKeys extends UserFailure {
        private static final long serialVersionUID = 1;

        /** @param most as many as that */
        public TooManyKeys(int most) {
            super("a user may have at most " + most + " keys");
        }
    }

    /** A value does not fit what is already there, as its form alone does not show. */
    public static final class Refused extends UserFailure {
        private static final long serialVersionUID = 1;

        private final String field;

        /**
         * @param field the field of the request
         * @param message what is wrong with it, as a clause without subject
         */
        public Refused(String field, String message) {
            super(message);
            this.field = field;
        }

        /** The field of the request. */
        public String field() {
            return field;
        }
    }

    /** A key was to make or end a key that may do more, or lasts longer, than itself. */
    public static final class BeyondLimits extends UserFailure {
        private static final long serialVersionUID = 1;

        /** The limits are known to whoever asked. */
        public BeyondLimits() {
            super("a key can neither make nor end a key that may do more or lasts longer than itself");
        }
    }
}
