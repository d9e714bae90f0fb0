package org.jobplatform.rest.openapi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an error looks like; only to be described. */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @Nullable List<FieldError> errors) {
    record FieldError(String field, String message) {}
}
