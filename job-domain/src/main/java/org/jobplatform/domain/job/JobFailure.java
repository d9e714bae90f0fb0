package org.jobplatform.domain.job;

import java.util.List;
import java.util.stream.Collectors;

/** Why something asked of a job was not done. Nothing was changed. */
public abstract sealed class JobFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private JobFailure(String message) {
        super(message);
    }

    /** There is no such job. */
    public static final class NotFound extends JobFailure {
        private static final long serialVersionUID = 1;

        /** @param description what was looked for, such as {@code id 4711} */
        public NotFound(String description) {
            super("there is no job with " + description);
        }
    }

    /** A name was given that several jobs in different projects have. */
    public static final class Ambiguous extends JobFailure {
        private static final long serialVersionUID = 1;

        /** @param name the name */
        public Ambiguous(JobName name) {
            super("several jobs are called " + name);
        }
    }

    /** Another job of the project has the name, or another job has the federated id. */
    public static final class Taken extends JobFailure {
        private static final long serialVersionUID = 1;

        /** @param description what is taken, such as {@code name Default/Load} */
        public Taken(String description) {
            super("another job has the " + description);
        }
    }

    /** The job was changed by somebody else since it was read. */
    public static final class Stale extends JobFailure {
        private static final long serialVersionUID = 1;

        /** @param id the job */
        public Stale(JobId id) {
            super("job " + id + " was changed meanwhile");
        }
    }

    /** The job cannot be deleted while runs of it are unfinished. */
    public static final class HasUnfinishedRuns extends JobFailure {
        private static final long serialVersionUID = 1;

        /** @param id the job */
        public HasUnfinishedRuns(JobId id) {
            super("job " + id + " has unfinished runs");
        }
    }

    /** The definition is wrong in the named fields. */
    public static final class Invalid extends JobFailure {
        private static final long serialVersionUID = 1;

        private final transient List<Problem> problems;

        /** @param problems at least one */
        public Invalid(List<Problem> problems) {
            super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
            this.problems = List.copyOf(problems);
        }

        /** Every problem found, in the order of the document. */
        public List<Problem> problems() {
            return problems;
        }
    }
}
