package org.jobplatform.rest.server;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jobplatform.rest.json.JsonBody;
import org.jobplatform.rest.json.JsonRules;

/**
 * Finds the dialect a path belongs to, in any case of its letters: not every dialect minds it. What belongs to none is
 * answered in plain text and read strictly.
 */
final class ServedDialects {
    private record Entry(ErrorPresenter errors, JsonBody json) {}

    private final Map<String, Entry> byPrefix = new HashMap<>();
    private final Entry none = new Entry(new PlainText(), new JsonBody(JsonRules.STRICT));

    ServedDialects(Collection<ServedDialect> dialects) {
        for (ServedDialect dialect : dialects) {
            Entry entry = new Entry(dialect.errors(), new JsonBody(dialect.json()));
            for (String prefix : dialect.prefixes()) {
                if (byPrefix.put(prefix.toLowerCase(Locale.ROOT), entry) != null) {
                    throw new IllegalArgumentException("two dialects claim " + prefix);
                }
            }
        }
    }

    ErrorPresenter errors(String path) {
        return find(path).errors();
    }

    JsonBody json(String path) {
        return find(path).json();
    }

    private Entry find(String given) {
        String path = given.toLowerCase(Locale.ROOT);
        int end = path.length();
        while (end > 0) {
            Entry entry = byPrefix.get(path.substring(0, end));
            if (entry != null) {
                return entry;
            }
            end = path.lastIndexOf('/', end - 1);
        }
        return none;
    }
}
