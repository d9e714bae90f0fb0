package org.jobplatform.conformance.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.jobplatform.conformance.server.Target;
import org.jobplatform.conformance.wire.Message;
import org.jobplatform.conformance.wire.Wire;

/** What the server keeps: its newest run, and all jobs as they are. */
record Census(String newestRun, String jobs) {
    /** Counts. @throws IOException when the server does not answer */
    static Census take(Target target) throws IOException {
        String run = get(target, "/platform/v1/runs?limit=1");
        int number = run.indexOf("\"number\":");
        return new Census(
                number < 0 ? "none" : run.substring(number, run.indexOf(',', number)),
                get(target, "/platform/v1/jobs?limit=1000"));
    }

    private static String get(Target target, String path) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + target.node(0).getAuthority()
                + "\r\nAuthorization: Bearer " + target.key() + "\r\n\r\n";
        Message answer = Wire.send(target.node(0), request.getBytes(UTF_8));
        if (answer.status() != 200) {
            throw new IOException("the server cannot say what it keeps: " + answer.startLine());
        }
        return answer.text();
    }
}
