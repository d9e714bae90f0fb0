package org.jobplatform.rest.nativeapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.usecase.UserDraft;
import org.jobplatform.domain.access.Grant;
import org.jobplatform.domain.access.Grants;
import org.jobplatform.domain.access.NewPassword;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.access.User;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.rest.json.InvalidBody;
import org.jobplatform.rest.json.JsonFields;

/** Reads what an administrator writes of a user, and passwords that people choose. */
final class UserReader {
    private static final String GRANTS = "grants";

    private UserReader() {}

    /** @throws InvalidBody with every field that cannot be taken */
    static UserDraft read(String name, JsonFields body) {
        try {
            User.requireName(name);
        } catch (IllegalArgumentException malformed) {
            body.problem("name", String.valueOf(malformed.getMessage()));
        }
        if (!body.has(GRANTS)) {
            body.problem(GRANTS, "is missing");
        }
        Grants grants = grants(body, body.optionalObjects(GRANTS, Grants.MAXIMUM));
        Optional<NewPassword> password = password(body, "password");
        boolean disabled = body.optionalBoolean("disabled").orElse(false);
        body.check();
        return new UserDraft(name, grants, password, disabled);
    }

    /** A password that is chosen; its problem is noted with the body's. */
    static Optional<NewPassword> password(JsonFields body, String field) {
        return FieldValues.value(body, field, NewPassword::new);
    }

    private static Grants grants(JsonFields body, List<JsonFields> given) {
        List<Grant> grants = new ArrayList<>();
        for (JsonFields grant : given) {
            Optional<ProjectPath> project = FieldValues.value(grant, "project", ProjectPath::new);
            FieldValues.required(grant, "role", text -> ValueText.lower(Role.class, text))
                    .ifPresent(role -> grants.add(new Grant(project, role)));
        }
        try {
            return new Grants(grants);
        } catch (IllegalArgumentException refused) {
            body.problem(GRANTS, String.valueOf(refused.getMessage()));
            return Grants.NONE;
        }
    }
}
