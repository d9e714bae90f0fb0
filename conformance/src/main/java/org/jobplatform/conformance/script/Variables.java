package org.jobplatform.conformance.script;

import java.util.HashMap;
import java.util.Map;

/** What the cases of one file know by name. */
public final class Variables {
    private final Map<String, String> values = new HashMap<>();

    /** Begins with these. */
    public Variables(Map<String, String> given) {
        values.putAll(given);
    }

    /** Keeps a value, in the place of an earlier one of this name. */
    public void put(String name, String value) {
        values.put(name, value);
    }

    /** The value of this name. @throws BadScript when there is none */
    public String get(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new BadScript("nothing is known by the name " + name);
        }
        return value;
    }
}
