package org.jobplatform.rest.server;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.MimeHeaders;
import org.glassfish.jersey.message.internal.HttpHeaderReader;

/** What a header field may look like. */
final class HeaderText {
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private HeaderText() {}

    static boolean isToken(String text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(character -> TOKEN_MARKS.indexOf(character) >= 0
                                || (character < 0x7f && Character.isLetterOrDigit(character)));
    }

    static boolean isValue(String text) {
        return text.chars().allMatch(character -> character == '\t' || (character >= ' ' && character != 0x7f));
    }

    static int count(MimeHeaders headers, Header name) {
        int count = 0;
        for (int index = 0; index < headers.size(); index++) {
            if (headers.getName(index).equalsIgnoreCase(name.toString())) {
                count++;
            }
        }
        return count;
    }

    /**
     * The content type without empty parameters (clients send a bare trailing semicolon); empty when it is malformed or
     * its charset is not UTF-8; a wildcard says nothing of a body.
     */
    static Optional<String> utf8ContentType(String value) {
        List<String> parts = new ArrayList<>();
        int charsets = 0;
        for (String part : value.split(";", -1)) {
            String stripped = part.strip();
            if (parts.isEmpty()) {
                if (!isMediaType(stripped)) {
                    return Optional.empty();
                }
                parts.add(stripped);
            } else if (!stripped.isEmpty()) {
                int equals = stripped.indexOf('=');
                if (equals < 1 || !isToken(stripped.substring(0, equals))) {
                    return Optional.empty();
                }
                if (stripped.substring(0, equals).equalsIgnoreCase("charset")
                        && (++charsets > 1 || !isUtf8(stripped.substring(equals + 1)))) {
                    return Optional.empty();
                }
                parts.add(stripped);
            }
        }
        return Optional.of(String.join(";", parts));
    }

    /** Whether an {@code Accept} header can be read. By Jersey's own reader: what it cannot read, it cannot answer either. */
    static boolean isAccept(String value) {
        try {
            HttpHeaderReader.readAcceptMediaType(value);
            return true;
        } catch (ParseException | IllegalArgumentException malformed) {
            return false;
        }
    }

    private static boolean isMediaType(String text) {
        int slash = text.indexOf('/');
        return slash > 0
                && isToken(text.substring(0, slash))
                && isToken(text.substring(slash + 1))
                && text.indexOf('*') < 0;
    }

    private static boolean isUtf8(String charset) {
        String name = charset.length() > 1 && charset.startsWith("\"") && charset.endsWith("\"")
                ? charset.substring(1, charset.length() - 1)
                : charset;
        return name.toLowerCase(Locale.ROOT).equals("utf-8") || name.equalsIgnoreCase("utf8");
    }
}
