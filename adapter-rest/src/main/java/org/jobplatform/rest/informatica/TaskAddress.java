package org.jobplatform.rest.informatica;

import java.util.Optional;
import org.jobplatform.rest.json.JsonFields;

/**
 * How a request names a task, in up to three ways at once. Empty text is the same as nothing: clients that send every
 * field they know send it.
 *
 * @param id finds tasks of the Default project only
 * @param federatedId finds any task
 * @param name finds the task of that name in the Default project, else the only one anywhere
 * @param type must fit the task that is found
 */
record TaskAddress(Optional<String> id, Optional<String> federatedId, Optional<String> name, TaskType type) {
    private static final int LONGEST = 255;
    private static final String TYPE = "taskType";
    private static final String OLDER_TYPE = "type";

    /** Reads the address and notes what is wrong with it, for the caller to {@link JsonFields#check()}. */
    static TaskAddress from(JsonFields body) {
        TaskAddress address = new TaskAddress(
                text(body, "taskId"), text(body, "taskFederatedId"), text(body, "taskName"), type(body));
        if (address.id.isEmpty() && address.federatedId.isEmpty() && address.name.isEmpty()) {
            body.problem("taskId", "is missing, and so are taskFederatedId and taskName");
        }
        return address;
    }

    private static Optional<String> text(JsonFields body, String field) {
        return body.optionalName(field, LONGEST).filter(text -> !text.isEmpty());
    }

    private static TaskType type(JsonFields body) {
        Optional<TaskType> current = type(body, TYPE);
        Optional<TaskType> older = type(body, OLDER_TYPE);
        if (current.isPresent() && older.isPresent() && !current.equals(older)) {
            body.problem(OLDER_TYPE, "contradicts " + TYPE);
        } else if (!body.has(TYPE) && !body.has(OLDER_TYPE)) {
            body.problem(TYPE, "is missing");
        }
        return current.or(() -> older).orElse(TaskType.MTT);
    }

    private static Optional<TaskType> type(JsonFields body, String field) {
        return body.optionalName(field, LONGEST).flatMap(code -> {
            try {
                return Optional.of(TaskType.parse(code));
            } catch (IllegalArgumentException unknown) {
                body.problem(field, TaskType.CODES);
                return Optional.empty();
            }
        });
    }
}
