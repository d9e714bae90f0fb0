package org.jobplatform.persistence;

import static org.jobplatform.persistence.Column.integer;
import static org.jobplatform.persistence.Column.number;
import static org.jobplatform.persistence.Column.text;
import static org.jobplatform.persistence.Column.time;

import java.util.List;
import java.util.stream.Stream;

/** The columns of {@code delivery} and of its attempts, as they are written. */
final class DeliveryColumns {
    /** What an attempt changes. */
    static final List<Column<DeliveryEntity>> CHANGED = List.of(
            text("policy", DeliveryEntity::policy),
            text("status", DeliveryEntity::status),
            integer("attempts", DeliveryEntity::attempts),
            number("waited_nanos", DeliveryEntity::waitedNanos),
            time("due_at", DeliveryEntity::dueAt),
            time("claimable_at", DeliveryEntity::claimableAt),
            text("owner_node", DeliveryEntity::ownerNode),
            text("owner_boot", DeliveryEntity::ownerBoot));

    /** All that a delivery has. */
    static final List<Column<DeliveryEntity>> ADDED = Stream.concat(
                    Stream.of(
                            text("id", DeliveryEntity::id),
                            text("run_id", DeliveryEntity::runId),
                            text("project", DeliveryEntity::project),
                            integer("number", DeliveryEntity::number),
                            text("dialect", DeliveryEntity::dialect),
                            text("target_url", DeliveryEntity::targetUrl),
                            text("lane", DeliveryEntity::lane),
                            text("body_type", DeliveryEntity::bodyType),
                            text("body", DeliveryEntity::body),
                            time("created_at", DeliveryEntity::createdAt),
                            number("version", DeliveryEntity::version)),
                    CHANGED.stream())
            .toList();

    /** All that an attempt has. */
    static final List<Column<DeliveryAttemptEntity>> ATTEMPT = List.of(
            text("delivery_id", DeliveryAttemptEntity::deliveryId),
            integer("number", DeliveryAttemptEntity::number),
            time("made_at", DeliveryAttemptEntity::madeAt),
            number("took_nanos", DeliveryAttemptEntity::tookNanos),
            text("result", DeliveryAttemptEntity::result),
            integer("http_status", DeliveryAttemptEntity::httpStatus),
            number("retry_after", DeliveryAttemptEntity::retryAfter),
            text("reason", DeliveryAttemptEntity::reason));

    private DeliveryColumns() {}
}
