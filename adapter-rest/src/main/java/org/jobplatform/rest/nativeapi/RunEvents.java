package org.jobplatform.rest.nativeapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jobplatform.application.usecase.Following;
import org.jobplatform.application.usecase.RunEvent;
import org.jobplatform.domain.run.Run;
import org.jobplatform.rest.json.JsonRules;
import org.jobplatform.rest.json.StrictJson;

/** Changes of runs as events, each with the run as the API answers it. */
final class RunEvents implements EventSource {
    /** The position of a client that was told of the end of the one run it follows. */
    static final String ENDED = "ended";

    private static final JsonMapper JSON = StrictJson.mapper(JsonRules.STRICT);

    private final Following following;
    private final Function<List<Run>, Function<Run, RunResponse>> answers;

    RunEvents(Following following, Function<List<Run>, Function<Run, RunResponse>> answers) {
        this.following = following;
        this.answers = answers;
    }

    @Override
    public Next write(EventWriter events) throws IOException {
        List<RunEvent> changes = following.look();
        if (!changes.isEmpty()) {
            Function<Run, RunResponse> answer =
                    answers.apply(changes.stream().map(RunEvent::run).toList());
            for (RunEvent change : changes) {
                String id = following.isOver() ? ENDED : EventPositions.text(change.position());
                events.event(ValueText.lower(change.kind()), id, json(answer.apply(change.run())));
            }
        }
        return following.isOver() ? Next.END : following.hasMore() ? Next.MORE : Next.WAIT;
    }

    @Override
    public String position() {
        return EventPositions.text(following.position());
    }

    private static String json(RunResponse run) {
        try {
            return JSON.writeValueAsString(run);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("run " + run.id() + " cannot be written as JSON", impossible);
        }
    }
}
