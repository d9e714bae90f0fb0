package org.jobplatform.rest.http;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Writes {@code Content-Disposition} (RFC 6266): any file name arrives whole, and none can add a parameter or a field. */
public final class ContentDisposition {
    private static final String PLAIN_MARKS = "!#$&+-.^_`|~";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private ContentDisposition() {}

    /** A download under this name. */
    public static String attachment(String fileName) {
        return "attachment; filename=\"" + ascii(fileName) + "\"; filename*=UTF-8''" + encoded(fileName);
    }

    /** As {@link #attachment}, for clients that want no space in it; the encoded form only where the plain one is not the name. */
    public static String compact(String fileName) {
        String plain = ascii(fileName);
        return "attachment;filename=\"" + plain + "\""
                + (plain.equals(fileName) ? "" : ";filename*=UTF-8''" + encoded(fileName));
    }

    /** For clients that do not know the encoded form; what could be misread becomes an underscore. */
    private static String ascii(String fileName) {
        StringBuilder text = new StringBuilder();
        fileName.codePoints().forEach(character -> {
            boolean safe = character >= ' ' && character < 0x7f && "\"\\%".indexOf(character) < 0;
            text.append(safe ? (char) character : '_');
        });
        return text.toString();
    }

    private static String encoded(String fileName) {
        StringBuilder text = new StringBuilder();
        for (byte octet : fileName.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xff);
            if (character < 0x7f && (Character.isLetterOrDigit(character) || PLAIN_MARKS.indexOf(character) >= 0)) {
                text.append(character);
            } else {
                text.append('%').append(HEX.toHexDigits(octet));
            }
        }
        return text.toString();
    }
}
