package org.jobplatform.rest.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which bytes a {@code Range} header (RFC 9110) asks for. Anything but a single range of bytes asks for all of them. */
sealed interface ByteRange {
    /** All of them. */
    record Whole() implements ByteRange {}

    /** From {@code first} to {@code last}, both included. */
    record Part(long first, long last) implements ByteRange {}

    /** Bytes that are not there. */
    record Unsatisfiable() implements ByteRange {}

    /** The range that this header means for this many bytes. */
    static ByteRange of(@Nullable String header, long size) {
        Matcher range = Syntax.SINGLE.matcher(header == null ? "" : header.strip());
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return new Whole();
        }
        if (range.group(1).isEmpty()) {
            long length = Math.min(Long.parseLong(range.group(2)), size);
            return length == 0 ? new Unsatisfiable() : new Part(size - length, size - 1);
        }
        long first = Long.parseLong(range.group(1));
        long last = range.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(range.group(2));
        if (last < first) {
            return new Whole();
        }
        return first >= size ? new Unsatisfiable() : new Part(first, Math.min(last, size - 1));
    }

    /** Keeps the pattern out of the interface's members. */
    final class Syntax {
        private static final Pattern SINGLE = Pattern.compile("(?i:bytes) *= *([0-9]{0,18})-([0-9]{0,18})");

        private Syntax() {}
    }
}
