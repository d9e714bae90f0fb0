package org.jobplatform.rest.server;

import java.util.List;
import org.jobplatform.rest.json.JsonRules;

/**
 * How one dialect differs where the server speaks for it.
 *
 * @param name for the log
 * @param prefixes paths without trailing slash that belong to it, each with everything below; the longest match wins
 * @param errors how its errors look
 * @param json how its request bodies are read
 */
public record ServedDialect(String name, List<String> prefixes, ErrorPresenter errors, JsonRules json) {
    /**
     * Copies the prefixes.
     *
     * @throws IllegalArgumentException when a prefix does not start with a slash or ends with one
     */
    public ServedDialect {
        prefixes = List.copyOf(prefixes);
        for (String prefix : prefixes) {
            if (!prefix.startsWith("/") || prefix.endsWith("/")) {
                throw new IllegalArgumentException("not a prefix: " + prefix);
            }
        }
    }
}
