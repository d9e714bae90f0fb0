package org.jobplatform.domain.run;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jobplatform.domain.job.IdentifierGrammar;

/**
 * Identifies a run in one name space for all callers: a GUID, kept in lower case, or the caller's own id, kept as it is.
 */
public record RunId(String value) {
    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** @throws IllegalArgumentException when the value breaks {@link IdentifierGrammar} */
    public RunId {
        IdentifierGrammar.require("a run id", value);
        if (GUID.matcher(value).matches()) {
            value = value.toLowerCase(Locale.ROOT);
        }
    }

    /** The id that is this GUID. */
    public static RunId of(UUID guid) {
        return new RunId(guid.toString());
    }

    /** Says whether this id has the form of a GUID. */
    public boolean isGuid() {
        return GUID.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
