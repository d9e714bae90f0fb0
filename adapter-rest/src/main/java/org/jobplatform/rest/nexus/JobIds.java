package org.jobplatform.rest.nexus;

import java.util.Locale;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;

/** How ids of runs are spelled here: a GUID in upper case and braces, any other id as it is. */
final class JobIds {
    private JobIds() {}

    static String show(RunId id) {
        return id.isGuid() ? "{" + id.value().toUpperCase(Locale.ROOT) + "}" : id.value();
    }

    /** A GUID may come without braces and in any case. @throws RunFailure.NotFound for what can be no run's id */
    static RunId read(String text) {
        boolean braces = text.length() > 1 && text.startsWith("{") && text.endsWith("}");
        RunId id = bare(braces ? text.substring(1, text.length() - 1) : text);
        if (braces && !id.isGuid()) {
            throw notFound();
        }
        return id;
    }

    private static RunId bare(String text) {
        try {
            return new RunId(text);
        } catch (IllegalArgumentException malformed) {
            throw notFound();
        }
    }

    private static RunFailure.NotFound notFound() {
        return new RunFailure.NotFound("this id");
    }
}
