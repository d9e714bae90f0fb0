package org.jobplatform.conformance.hostile;

import java.util.List;
import java.util.regex.Pattern;
import org.jobplatform.conformance.wire.Message;

/** How each dialect words an error. */
enum ErrorForm {
    INFORMATICA(
            "application/json|application/xml",
            "\\{\"@type\":\"error\",\"code\":\"UI_[0-9]+\",.*\\}|\\{\"error\":\\{\"code\":\"IDS_.*\\}|(?s:.*<error>.*</error>.*)"),
    STARFISH(
            "application/json|text/json|application/xml|text/xml",
            "\\{\"Message\":\".*\\}|\\{\"runID\":.*(?:\"started\":false|\"status\":\"Failed\").*\"error\":\".*\\}|\\{\"error\":\".*\\}|(?s:.*<.*)"),
    INFOLINK("application/json", "\\{\"status\":\"error\",\"result\":\\{\"message\":\".*\"\\}\\}"),
    NEXUS("text/plain", "(?s:[^{<]+)"),
    NATIVE("application/problem\\+json", "\\{\"type\":\"about:blank\",.*\\}");

    /** What this dialect answers with HTTP status 200 all the same. */
    private static final List<Integer> IN_AN_ENVELOPE = List.of(400, 401, 403, 404, 405, 406, 409, 414, 431);

    private final Pattern mediaType;
    private final Pattern body;

    ErrorForm(String mediaType, String body) {
        this.mediaType = Pattern.compile("(?:" + mediaType + ")(?:;.*)?");
        this.body = Pattern.compile(body);
    }

    /** Whether the status of the answer is one of these, in this dialect's way of giving them. */
    boolean hasStatus(Message answer, List<Integer> expected) {
        return expected.contains(answer.status())
                || (this == INFOLINK
                        && answer.status() == 200
                        && expected.stream().anyMatch(IN_AN_ENVELOPE::contains)
                        && isError(answer));
    }

    /** Whether the answer is an error of this form. */
    boolean isError(Message answer) {
        return answer.values("Content-Type").stream()
                        .anyMatch(type -> mediaType.matcher(type).matches())
                && body.matcher(answer.text()).matches();
    }

    /** Whether the answer says that all is well. */
    boolean isSuccess(Message answer) {
        return answer.status() / 100 == 2 && !(this == INFOLINK && isError(answer));
    }
}
