package org.jobplatform.rest.informatica;

import java.util.List;
import java.util.Optional;
import org.jobplatform.rest.json.JsonFields;

/** Which objects are looked up. */
record LookupRequest(List<Wanted> objects) {
    private static final int MOST = 1_000;
    private static final int LONGEST = 1_024;

    /**
     * An object, by its id or by its path and type. It must be all that is said of it.
     *
     * @param type in any case; one that is not known fits nothing
     */
    record Wanted(Optional<String> id, Optional<String> path, Optional<String> type) {
        private static Wanted from(JsonFields object) {
            Wanted wanted = new Wanted(text(object, "id"), text(object, "path"), text(object, "type"));
            if (wanted.id.isEmpty() && wanted.path.isEmpty()) {
                object.problem("id", "is missing, and so is path");
            } else if (wanted.id.isEmpty() && wanted.type.isEmpty()) {
                object.problem("type", "is missing");
            }
            return wanted;
        }

        private static Optional<String> text(JsonFields object, String field) {
            return object.optionalName(field, LONGEST).filter(text -> !text.isEmpty());
        }

        boolean mayBePlace() {
            return type.map(name -> name.equalsIgnoreCase(Asset.PROJECT) || name.equalsIgnoreCase(Asset.FOLDER))
                    .orElse(true);
        }

        boolean accepts(Asset asset) {
            return id.map(asset.id()::equals).orElse(true)
                    && path.map(asset.path()::equals).orElse(true)
                    && type.map(asset.type()::equalsIgnoreCase).orElse(true);
        }
    }

    /**
     * Reads the request; one object may also stand by itself, without the array.
     *
     * @throws org.jobplatform.rest.json.InvalidBody with every problem it has
     */
    static LookupRequest from(JsonFields body) {
        List<JsonFields> objects = body.optionalObjects("objects", MOST);
        if (!body.has("objects")) {
            if (body.has("id") || body.has("path")) {
                objects = List.of(body);
            } else {
                body.problem("objects", "is missing");
            }
        }
        List<Wanted> wanted = objects.stream().map(Wanted::from).toList();
        body.check();
        return new LookupRequest(wanted);
    }
}
