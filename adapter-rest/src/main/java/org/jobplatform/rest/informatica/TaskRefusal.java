package org.jobplatform.rest.informatica;

/** Something this dialect refuses that the platform has no failure for. */
final class TaskRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;

    TaskRefusal(ErrorCode code) {
        super(code.text());
        this.code = code;
    }

    ErrorCode code() {
        return code;
    }
}
