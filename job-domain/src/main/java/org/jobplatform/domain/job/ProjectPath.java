package org.jobplatform.domain.job;

import java.util.regex.Pattern;

/** A folder path such as {@code Default} or {@code Sales/Nightly}. A project exists by being named in a job. */
public record ProjectPath(String value) {
    /** Longest path, in characters. */
    public static final int MAXIMUM_LENGTH = 255;

    private static final Pattern SEGMENT =
            Pattern.compile("[\\p{L}\\p{N}._-]([\\p{L}\\p{N}\\p{M} ._-]{0,62}[\\p{L}\\p{N}\\p{M}._-])?");

    /** Where jobs live that name no project. */
    public static final ProjectPath DEFAULT = new ProjectPath("Default");

    /** @throws IllegalArgumentException when the path is empty, too long, or a segment is malformed */
    public ProjectPath {
        if (value.isEmpty() || value.length() > MAXIMUM_LENGTH) {
            throw new IllegalArgumentException("a project must have 1 to " + MAXIMUM_LENGTH + " characters");
        }
        for (String segment : value.split("/", -1)) {
            if (!SEGMENT.matcher(segment).matches() || segment.equals(".") || segment.equals("..")) {
                throw new IllegalArgumentException(
                        "a project is a path of folders, each 1 to 64 letters, digits, inner spaces or . _ -");
            }
        }
    }

    /** Says whether the other is this folder or lies below it. */
    public boolean contains(ProjectPath other) {
        return other.value.equals(value) || other.value.startsWith(value + "/");
    }

    @Override
    public String toString() {
        return value;
    }
}
