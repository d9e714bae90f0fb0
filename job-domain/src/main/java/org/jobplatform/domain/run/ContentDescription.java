package org.jobplatform.domain.run;

import java.util.regex.Pattern;

/**
 * What a run left behind for download.
 *
 * @param mediaType such as {@code application/json}
 * @param fileName suggested name, without a path
 * @param size in bytes
 * @param sha256 digest of the bytes, 64 hexadecimal digits in lower case
 */
public record ContentDescription(String mediaType, String fileName, long size, String sha256) {
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[\\w!#$&^.+-]{1,100}/[\\w!#$&^.+-]{1,100}( ?; ?[\\w-]{1,40}=[\\w.+-]{1,60}){0,4}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException when a value is malformed */
    public ContentDescription {
        requireMediaType(mediaType);
        requireFileName(fileName);
        if (size < 0) {
            throw new IllegalArgumentException("a size is never negative");
        }
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a SHA-256 digest has 64 hexadecimal digits");
        }
    }

    /** Returns the media type when it is well formed. @throws IllegalArgumentException otherwise */
    public static String requireMediaType(String mediaType) {
        if (!MEDIA_TYPE.matcher(mediaType).matches()) {
            throw new IllegalArgumentException("a media type looks like application/json");
        }
        return mediaType;
    }

    /** Returns the name when it is 1 to 255 characters without a slash or control character. @throws IllegalArgumentException otherwise */
    public static String requireFileName(String fileName) {
        boolean malformed = fileName.isBlank()
                || fileName.length() > 255
                || fileName.equals(".")
                || fileName.equals("..")
                || fileName.codePoints().anyMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
        if (malformed) {
            throw new IllegalArgumentException(
                    "a file name has 1 to 255 characters, no slash and no control character");
        }
        return fileName;
    }
}
