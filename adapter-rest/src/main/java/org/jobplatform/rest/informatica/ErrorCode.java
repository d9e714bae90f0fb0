package org.jobplatform.rest.informatica;

/**
 * The codes by which a client can tell errors apart. They are stable: a number is never given another meaning. Version 2
 * writes number 4 as {@code UI_10004}, version 3 as {@code IDS_004}.
 */
enum ErrorCode {
    /** The HTTP status says it all: a method, media type or size that is not taken. Status as given. */
    GENERAL(0, 400, "The request cannot be taken."),
    /** 400. The body, a field or a query parameter is malformed, missing or contradicts another; the text names it. */
    INVALID_REQUEST(1, 400, "The request is not valid."),
    /** 400. The callback URL is malformed, or one that this server must not call. */
    CALLBACK_REFUSED(2, 400, "The callbackURL was refused."),
    /** 400. The task cannot be started as asked. */
    START_REFUSED(3, 400, "The task cannot be started as asked."),
    /** 400. Another run of the task has not ended, and the start had no runtime object. */
    ALREADY_RUNNING(4, 400, "The task is already running. To run it several times at once, send a runtime object."),
    /** 400. The task's own limit of concurrent runs is reached. */
    LIMIT_REACHED(5, 400, "The task has reached its limit of concurrent runs."),
    /** 401. User name and password are wrong, or the session id is missing, unknown or expired. */
    NOT_AUTHENTICATED(6, 401, "The login is wrong, or the session id is missing, not valid or expired."),
    /** 403. The user's role does not allow it. */
    NOT_ALLOWED(7, 403, "The user is not allowed to do this."),
    /** 403. The task to be stopped has no unfinished run. */
    NOT_RUNNING(8, 403, "The task is not running."),
    /** 404. There is no such task, or it is of another type, or not to be seen by this user. */
    NO_SUCH_TASK(9, 404, "There is no such task."),
    /** 404. There is no such entry in the activity log; the run may not have ended. */
    NO_SUCH_RUN(10, 404, "There is no such entry in the activity log."),
    /** 404. The run kept no session log. */
    NO_SESSION_LOG(11, 404, "There is no session log for this entry."),
    /** 404. No resource has this address. */
    NO_SUCH_RESOURCE(12, 404, "There is no such resource."),
    /** 429. Too many requests; {@code Retry-After} says when to come again. */
    TOO_MANY_REQUESTS(13, 429, "There are too many requests."),
    /** 503. The server stops, or cannot reach its store; {@code Retry-After} says when to come again. */
    UNAVAILABLE(14, 503, "The server cannot do this at the moment."),
    /** 500. A fault of the server; its log says more under the id in the text. */
    INTERNAL(15, 500, "The server failed to carry out the request.");

    private final int number;
    private final int status;
    private final String text;

    ErrorCode(int number, int status, String text) {
        this.number = number;
        this.status = status;
        this.text = text;
    }

    /** The code of an error that only its HTTP status is known of. */
    static ErrorCode ofStatus(int status) {
        return switch (status) {
            case 400 -> INVALID_REQUEST;
            case 401 -> NOT_AUTHENTICATED;
            case 403 -> NOT_ALLOWED;
            case 404 -> NO_SUCH_RESOURCE;
            case 429 -> TOO_MANY_REQUESTS;
            case 503 -> UNAVAILABLE;
            default -> status >= 500 ? INTERNAL : GENERAL;
        };
    }

    /** As version 2 writes it. */
    String versionTwo() {
        return "UI_" + (10_000 + number);
    }

    /** As version 3 writes it. */
    String versionThree() {
        return "IDS_%03d".formatted(number);
    }

    /** The HTTP status that goes with it. */
    int status() {
        return status;
    }

    /** What the caller is told; never anything of the request. */
    String text() {
        return text;
    }
}
