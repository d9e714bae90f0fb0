package org.jobplatform.rest.server;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Which paths and queries are taken: one spelling per place, nothing that two readers could read in two ways. */
final class UrlRules {
    private static final String PATH_MARKS = "/-._~!$&'()*+,=:@";

    private UrlRules() {}

    /** The path with its braces encoded: old clients send GUIDs in raw ones, which stand for nothing else. */
    static String withoutRawBraces(String path) {
        return path.replace("{", "%7B").replace("}", "%7D");
    }

    /** Whether the undecoded path is absolute, canonical and free of dot segments, empty segments and parameters. */
    static boolean isCanonicalPath(String path) {
        String decoded = decode(path);
        if (!path.startsWith("/") || decoded == null || !path.chars().allMatch(UrlRules::mayStandInPath)) {
            return false;
        }
        // A decoded slash or backslash would move the borders between segments.
        if (decoded.indexOf('\\') >= 0
                || decoded.chars().anyMatch(Character::isISOControl)
                || slashes(decoded) != slashes(path)) {
            return false;
        }
        for (String segment : decoded.substring(1).split("/", -1)) {
            if (segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return !path.contains("//");
    }

    /** Whether the undecoded query is ASCII with complete escapes of valid UTF-8, none of them NUL. */
    static boolean isReadableQuery(String query) {
        return query.chars().allMatch(character -> character > ' ' && character < 0x7f) && decode(query) != null;
    }

    private static boolean mayStandInPath(int character) {
        return character == '%'
                || PATH_MARKS.indexOf(character) >= 0
                || (character < 0x7f && Character.isLetterOrDigit(character));
    }

    private static long slashes(String text) {
        return text.chars().filter(character -> character == '/').count();
    }

    /** The text with its escapes resolved, or null when one is incomplete, not UTF-8, or NUL. */
    private static @Nullable String decode(String text) {
        byte[] bytes = new byte[text.length()];
        int length = 0;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '%') {
                if (at + 2 >= text.length()
                        || !HexFormat.isHexDigit(text.charAt(at + 1))
                        || !HexFormat.isHexDigit(text.charAt(at + 2))) {
                    return null;
                }
                bytes[length++] = (byte) HexFormat.fromHexDigits(text, at + 1, at + 3);
                at += 2;
            } else {
                bytes[length++] = (byte) character;
            }
        }
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
            return decoded.indexOf('\0') >= 0 ? null : decoded;
        } catch (CharacterCodingException malformed) {
            return null;
        }
    }
}
