package org.jobplatform.rest.nativeapi;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Writes server-sent events, as the HTML standard describes them. */
final class EventWriter {
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    private final OutputStream output;
    private boolean written;

    EventWriter(OutputStream output) {
        this.output = output;
    }

    /** Tells how long to wait before asking again after a break. */
    void retryAfter(long milliseconds) throws IOException {
        write("retry: " + milliseconds + "\n\n");
    }

    /**
     * One event.
     *
     * @param id what a client brings after a break
     */
    void event(String type, String id, String data) throws IOException {
        StringBuilder text =
                new StringBuilder("id: ").append(id).append("\nevent: ").append(type);
        for (String line : LINE_END.split(data, -1)) {
            text.append("\ndata: ").append(line);
        }
        write(text.append("\n\n").toString());
    }

    /** Something that is no event, and brings the client to this id. */
    void beat(String id) throws IOException {
        write(": nothing new\nid: " + id + "\n\n");
    }

    /** Sends what was written; says whether anything was since the last time. */
    boolean flush() throws IOException {
        boolean flushed = written;
        if (written) {
            output.flush();
            written = false;
        }
        return flushed;
    }

    private void write(String text) throws IOException {
        output.write(text.getBytes(StandardCharsets.UTF_8));
        written = true;
    }
}
