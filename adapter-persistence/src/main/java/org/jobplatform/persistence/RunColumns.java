package org.jobplatform.persistence;

import static org.jobplatform.persistence.Column.integer;
import static org.jobplatform.persistence.Column.number;
import static org.jobplatform.persistence.Column.text;
import static org.jobplatform.persistence.Column.time;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of {@code run} as they are written: those of a new run, and those that later changes touch. */
final class RunColumns {
    /** What is not here is as the table's defaults say: no progress, no content, not stopped, not ended. */
    static final List<Column<RunEntity>> ADDED = List.of(
            text("id", RunEntity::id),
            integer("number", RunEntity::number),
            text("start_key", RunEntity::startKey),
            text("fingerprint", RunEntity::fingerprint),
            text("job_id", run -> run.job().jobId()),
            text("job_federated_id", run -> run.job().jobFederatedId()),
            text("job_project", run -> run.job().jobProject()),
            text("job_name", run -> run.job().jobName()),
            text("job_name_folded", run -> run.job().jobNameFolded()),
            text("job_type", run -> run.job().jobType()),
            text("parameters", run -> run.request().parameters()),
            text("argument", run -> run.request().argument()),
            number("rows_begin", run -> run.request().rowsBegin()),
            number("rows_end", run -> run.request().rowsEnd()),
            integer("threads", run -> run.request().threads()),
            integer("logging_level", run -> run.request().loggingLevel()),
            integer("priority", run -> run.request().priority()),
            text("callback_url", run -> run.request().callbackUrl()),
            text("dialect", run -> run.request().dialect()),
            text("requester", run -> run.request().requester()),
            text("source", run -> run.request().source()),
            text("chain_plan", run -> run.request().chainPlan()),
            integer("chain_due", RunEntity::chainDue),
            text("origin_kind", run -> part(run.origin(), OriginColumns::originKind)),
            text("origin_parent", run -> part(run.origin(), OriginColumns::originParent)),
            text("origin_root", run -> part(run.origin(), OriginColumns::originRoot)),
            integer("origin_position", run -> part(run.origin(), OriginColumns::originPosition)),
            text("status", run -> run.state().status()),
            time("since", run -> run.state().since()),
            time("not_before", run -> run.state().notBefore()),
            text("owner_node", run -> run.state().ownerNode()),
            text("owner_boot", run -> run.state().ownerBoot()),
            integer("attempt", RunEntity::attempt),
            text("claimed_by", run -> part(run.claim(), ClaimColumns::claimedBy)),
            time("claimed_at", run -> part(run.claim(), ClaimColumns::claimedAt)),
            time("created_at", RunEntity::createdAt),
            time("started_at", RunEntity::startedAt),
            number("version", RunEntity::version));

    /** What may change in the life of a run. */
    static final List<Column<RunEntity>> CHANGED = List.of(
            text("status", run -> run.state().status()),
            time("since", run -> run.state().since()),
            time("not_before", run -> run.state().notBefore()),
            text("owner_node", run -> run.state().ownerNode()),
            text("owner_boot", run -> run.state().ownerBoot()),
            text("stop_mode", run -> run.state().stopMode()),
            text("stop_reason", run -> run.state().stopReason()),
            text("stop_requester", run -> run.state().stopRequester()),
            time("stop_at", run -> run.state().stopAt()),
            text("message", run -> run.state().message()),
            time("ended_at", run -> run.state().endedAt()),
            integer("progress_percent", run -> run.progress().progressPercent()),
            text("progress_summary", run -> run.progress().progressSummary()),
            number("rows_total", run -> run.progress().rowsTotal()),
            number("rows_inserted", run -> run.progress().rowsInserted()),
            number("rows_updated", run -> run.progress().rowsUpdated()),
            number("rows_deleted", run -> run.progress().rowsDeleted()),
            number("rows_failed", run -> run.progress().rowsFailed()),
            number("rows_skipped", run -> run.progress().rowsSkipped()),
            number("rows_ignored", run -> run.progress().rowsIgnored()),
            text("content_type", run -> part(run.content(), ContentColumns::contentType)),
            text("content_name", run -> part(run.content(), ContentColumns::contentName)),
            number("content_size", run -> part(run.content(), ContentColumns::contentSize)),
            text("content_sha256", run -> part(run.content(), ContentColumns::contentSha256)),
            integer("attempt", RunEntity::attempt),
            text("claimed_by", run -> part(run.claim(), ClaimColumns::claimedBy)),
            time("claimed_at", run -> part(run.claim(), ClaimColumns::claimedAt)),
            time("started_at", RunEntity::startedAt));

    /** What a claim changes. */
    static final List<Column<RunEntity>> CLAIMED = List.of(
            text("status", run -> run.state().status()),
            time("since", run -> run.state().since()),
            time("not_before", run -> run.state().notBefore()),
            text("owner_node", run -> run.state().ownerNode()),
            text("owner_boot", run -> run.state().ownerBoot()),
            integer("attempt", RunEntity::attempt),
            text("claimed_by", run -> part(run.claim(), ClaimColumns::claimedBy)),
            time("claimed_at", run -> part(run.claim(), ClaimColumns::claimedAt)),
            time("started_at", RunEntity::startedAt));

    private RunColumns() {}

    private static <P, V> @Nullable V part(@Nullable P parts, Function<P, V> part) {
        return parts == null ? null : part.apply(parts);
    }
}
