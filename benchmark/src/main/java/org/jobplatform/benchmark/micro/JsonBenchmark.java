package org.jobplatform.benchmark.micro;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jobplatform.application.port.Ended;
import org.jobplatform.domain.callback.CallbackBody;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.rest.json.JsonBody;
import org.jobplatform.rest.json.JsonFields;
import org.jobplatform.rest.json.JsonRules;
import org.jobplatform.rest.nativeapi.NativeCallbackFormat;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The native API's JSON: the body of a start in, an ended run out. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class JsonBenchmark {
    private final JsonBody reader = new JsonBody(JsonRules.STRICT);
    private final NativeCallbackFormat writer = new NativeCallbackFormat();
    private final DeliveryId delivery = new DeliveryId("0197a5a0-0000-7000-8000-000000000002");
    private final Run ended = MicroRuns.accepted()
            .claim(MicroRuns.NODE, MicroRuns.NOW)
            .begin(MicroRuns.NOW)
            .end(new RunOutcome.Completed(), MicroRuns.NOW);
    private final byte[] start =
            "{\"parameters\":{\"region\":\"eu\",\"day\":\"2026-01-01\"},\"priority\":3,\"loggingLevel\":2}"
                    .getBytes(StandardCharsets.UTF_8);

    /** From bytes to fields. */
    @Benchmark
    public JsonFields in() {
        return reader.read(start);
    }

    /** From a run to the text of its callback, which holds the run as every answer does. */
    @Benchmark
    public CallbackBody out() {
        return writer.render(Ended.alone(ended), delivery, MicroRuns.NOW);
    }
}
