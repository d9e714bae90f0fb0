package org.jobplatform.conformance.script;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One thing that happens in a case. */
public sealed interface Step {
    /** The line of the file it begins at. */
    int line();

    /**
     * A request and the answer it must get.
     *
     * @param within how long to repeat the request until the answer is the one; zero: it is sent once
     */
    record Exchange(int line, Request request, Expectation answer, Duration within) implements Step {}

    /** The server calls back: what it must send, and the status it is answered with. */
    record Callback(int line, Template startLine, Expectation request, int status, Duration within) implements Step {}

    /** A name gets a value that nobody has used yet. */
    record Fresh(int line, String name, Form form) implements Step {}

    /** What a fresh value looks like. */
    enum Form {
        /** A GUID in lower case. */
        GUID,
        /** Sixteen letters. */
        WORD
    }

    /**
     * What is sent, with nothing added to it.
     *
     * @param head the start line and the header lines
     * @param body what follows the empty line
     */
    record Request(List<Template> head, Template body) {}

    /**
     * What a message must be.
     *
     * @param status of an answer; empty in a callback
     * @param headers that must be there
     * @param absent names of headers that must not
     * @param body empty when it does not matter
     */
    record Expectation(String status, List<Header> headers, List<String> absent, Optional<Template> body) {}

    /** A header field by its name, in any case, and its value. */
    record Header(String name, Template value) {}
}
