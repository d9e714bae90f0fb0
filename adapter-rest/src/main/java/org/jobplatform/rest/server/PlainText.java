package org.jobplatform.rest.server;

/** Errors as one line of text. */
public final class PlainText implements ErrorPresenter {
    /** Has no state. */
    public PlainText() {}

    @Override
    public ErrorBody present(ErrorAnswer answer) {
        String reference = answer.status() >= 500 ? " (" + answer.correlationId() + ")" : "";
        return new ErrorBody(answer.status(), "text/plain", answer.message() + reference + "\n");
    }
}
