package org.jobplatform.application.usecase;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an API key, {@code jp_<id>_<secret>}: told apart from other secrets by its beginning, and found where it is
 * managed by its id, which is no secret.
 */
record KeyToken(String id, String secret) {
    private static final Pattern FORM = Pattern.compile("jp_([A-Za-z0-9-]{1,32})_([A-Za-z0-9_-]{40,100})");

    /** Empty for any other kind of token. */
    static Optional<KeyToken> parse(String token) {
        Matcher form = FORM.matcher(token);
        return form.matches() ? Optional.of(new KeyToken(form.group(1), form.group(2))) : Optional.empty();
    }

    /** What the client holds. */
    String text() {
        return "jp_" + id + "_" + secret;
    }

    /** What is kept of it: no other id goes with the secret, and the secret alone is nothing. */
    String digest() {
        return Digest.of(id + "\n" + secret);
    }

    @Override
    public String toString() {
        return "KeyToken[" + id + "]";
    }
}
