package org.jobplatform.rest.informatica;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The {@code success} object: something was done that has no other answer. */
record SuccessResponse(@JsonProperty("@type") String kind, int statusCode, String description) {
    static SuccessResponse of(String description) {
        return new SuccessResponse("success", 200, description);
    }
}
