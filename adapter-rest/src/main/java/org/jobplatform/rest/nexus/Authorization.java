package org.jobplatform.rest.nexus;

import jakarta.ws.rs.core.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jobplatform.rest.access.NamePassword;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Authorization} header of this dialect: a scheme in any case, and in Base64 either name and password with a
 * colon between them ({@code BASIC}), or a key ({@code APIKEY}, {@code TOKEN}). Whatever else it holds counts as nothing.
 *
 * @param login name and password
 * @param key an API key, or the token of a session
 */
record Authorization(Optional<NamePassword> login, Optional<String> key) {
    private static final Authorization NONE = new Authorization(Optional.empty(), Optional.empty());
    private static final Pattern SYNTAX = Pattern.compile("([A-Za-z]+) +([A-Za-z0-9+/]+={0,2})");

    static Authorization of(HttpHeaders headers) {
        return of(headers.getHeaderString(HttpHeaders.AUTHORIZATION));
    }

    static Authorization of(@Nullable String header) {
        Matcher matcher = SYNTAX.matcher(header == null ? "" : header);
        if (!matcher.matches()) {
            return NONE;
        }
        Optional<String> text = decode(matcher.group(2));
        return switch (matcher.group(1).toUpperCase(Locale.ROOT)) {
            case "BASIC" -> new Authorization(text.flatMap(Authorization::login), Optional.empty());
            case "APIKEY", "TOKEN" -> new Authorization(Optional.empty(), text);
            default -> NONE;
        };
    }

    /** A password may hold colons, a name none. */
    private static Optional<NamePassword> login(String text) {
        int colon = text.indexOf(':');
        return colon < 1
                ? Optional.empty()
                : Optional.of(new NamePassword(text.substring(0, colon), text.substring(colon + 1)));
    }

    private static Optional<String> decode(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            return Optional.empty();
        }
    }
}
