package org.jobplatform.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jobplatform.domain.run.CallbackTarget;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.LoggingLevel;
import org.jobplatform.domain.run.Origin;
import org.jobplatform.domain.run.RowRange;
import org.jobplatform.domain.run.RunRequest;
import org.jspecify.annotations.Nullable;

/** What a start asked for; never changed. */
@Embeddable
record RunRequestColumns(
        @Column(updatable = false) @JdbcTypeCode(SqlTypes.LONGVARCHAR)
        String parameters,

        @Column(updatable = false) @Nullable String argument,
        @Column(updatable = false) long rowsBegin,
        @Column(updatable = false) @Nullable Long rowsEnd,
        @Column(updatable = false) int threads,
        @Column(updatable = false) int loggingLevel,
        @Column(updatable = false) int priority,
        @Column(updatable = false) @Nullable String callbackUrl,
        @Column(updatable = false) String dialect,
        @Column(updatable = false) String requester,
        @Column(updatable = false) String source,

        @Column(updatable = false) @JdbcTypeCode(SqlTypes.LONGVARCHAR) @Nullable
        String chainPlan) {

    static RunRequestColumns from(RunRequest request) {
        OptionalLong end = request.rows().end();
        return new RunRequestColumns(
                Json.write(request.parameters()),
                request.argument().orElse(null),
                request.rows().begin(),
                end.isPresent() ? end.getAsLong() : null,
                request.threads(),
                request.loggingLevel().number(),
                request.priority(),
                request.callback().map(target -> target.url().toString()).orElse(null),
                request.dialect().name(),
                Stored.text(request.requester()),
                Stored.text(request.source()),
                request.plan().map(ChainPlanText::of).orElse(null));
    }

    RunRequest toRequest(Optional<Origin> origin) {
        return new RunRequest(
                Json.texts(parameters),
                Optional.ofNullable(argument),
                new RowRange(rowsBegin, rowsEnd == null ? OptionalLong.empty() : OptionalLong.of(rowsEnd)),
                threads,
                LoggingLevel.of(loggingLevel),
                priority,
                Optional.ofNullable(callbackUrl).map(URI::create).map(CallbackTarget::new),
                Dialect.valueOf(dialect),
                requester,
                source,
                Optional.ofNullable(chainPlan).map(ChainPlanText::read),
                origin);
    }
}
