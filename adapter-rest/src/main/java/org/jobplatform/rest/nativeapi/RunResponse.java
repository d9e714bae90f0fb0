package org.jobplatform.rest.nativeapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.run.ContentDescription;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.RowCounters;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunState;
import org.jspecify.annotations.Nullable;

/** A run as it is answered, and as a native callback tells of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunResponse(
        String id,
        int number,
        String job,
        String project,
        String name,
        String type,
        String state,
        int percent,
        @Nullable String summary,
        Rows rows,
        int attempt,
        String dialect,
        String requester,
        @Nullable String node,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String error,
        @Nullable String parent,
        @Nullable Callback callback,
        @Nullable Content content,
        RunLinks links) {

    record Rows(long total, long inserts, long updates, long deletes, long errors, long skips, long ignores) {
        static Rows from(RowCounters rows) {
            return new Rows(
                    rows.total(),
                    rows.inserts(),
                    rows.updates(),
                    rows.deletes(),
                    rows.errors(),
                    rows.skips(),
                    rows.ignores());
        }
    }

    /**
     * Whom the run's end is told.
     *
     * @param state of the latest callback; absent while there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Callback(String url, @Nullable String state) {}

    record Content(String mediaType, String fileName, long size, String sha256) {
        static Content from(ContentDescription content) {
            return new Content(content.mediaType(), content.fileName(), content.size(), content.sha256());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RunLinks(String self, String log, @Nullable String content, String job) {
        static RunLinks of(Run run) {
            String self = Links.run(run.id());
            return new RunLinks(
                    self,
                    self + "/log",
                    run.content().map(content -> self + "/content").orElse(null),
                    Links.job(run.job().id()));
        }
    }

    /** @param callback how far the run's latest callback has come */
    static RunResponse from(Run run, Optional<Delivery.Status> callback) {
        return new RunResponse(
                run.id().value(),
                run.number().value(),
                run.job().id().value(),
                run.job().project().value(),
                run.job().name().value(),
                run.job().type().value(),
                run.status().name(),
                run.progress().percent(),
                run.progress().summary().orElse(null),
                Rows.from(run.progress().rows()),
                run.attempt(),
                ValueText.lower(run.request().dialect()),
                run.request().requester(),
                run.owner().map(Owner::node).orElse(null),
                run.createdAt(),
                run.startedAt().orElse(null),
                run.endedAt().orElse(null),
                error(run).orElse(null),
                run.parent().map(RunId::value).orElse(null),
                run.request()
                        .callback()
                        .map(target -> new Callback(
                                target.url().toString(),
                                callback.map(ValueText::lower).orElse(null)))
                        .orElse(null),
                run.content().map(Content::from).orElse(null),
                RunLinks.of(run));
    }

    private static Optional<String> error(Run run) {
        return run.state() instanceof RunState.Ended ended && !ended.message().isEmpty()
                ? Optional.of(ended.message())
                : Optional.empty();
    }
}
