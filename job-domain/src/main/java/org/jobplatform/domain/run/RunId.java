package org.jobplatform.domain.run;

import java.util.Locale;
import java.util.UUID;
import org.jobplatform.domain.job.IdentifierGrammar;

/**
 * Identifies a run in one name space for all callers: a GUID, kept in lower case, or the caller's own id, kept as it is.
 */
public record RunId(String value) {
    private static final int GUID_LENGTH = 36;

    /** @throws IllegalArgumentException when the value breaks {@link IdentifierGrammar} */
    public RunId {
        IdentifierGrammar.require("a run id", value);
        if (isGuid(value)) {
            value = value.toLowerCase(Locale.ROOT);
        }
    }

    /** The id that is this GUID. */
    public static RunId of(UUID guid) {
        return new RunId(guid.toString());
    }

    /** Says whether this id has the form of a GUID. */
    public boolean isGuid() {
        return isGuid(value);
    }

    /** Groups of 8, 4, 4, 4 and 12 hexadecimal digits. By hand, since every run that is read or written comes by here. */
    private static boolean isGuid(String value) {
        boolean fits = value.length() == GUID_LENGTH;
        for (int i = 0; fits && i < GUID_LENGTH; i++) {
            char c = value.charAt(i);
            fits = switch (i) {
                case 8, 13, 18, 23 -> c == '-';
                default -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            };
        }
        return fits;
    }

    @Override
    public String toString() {
        return value;
    }
}
