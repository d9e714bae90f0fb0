package org.jobplatform.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jobplatform.application.port.AccessExamples;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.LoggingLevel;
import org.jobplatform.domain.run.RowRange;
import org.jobplatform.domain.run.RunId;
import org.junit.jupiter.api.Test;

class StartFingerprintTest {
    private static final Caller ALICE =
            new Caller(Dialect.NATIVE, AccessExamples.everywhere("alice", Role.OPERATOR), "192.0.2.7");

    @Test
    void fingerprintShouldDifferWhenTheChainIsAskedFor() {
        StartOptions plain = StartOptions.DEFAULT;

        assertThat(StartFingerprint.of(command(plain.withChained(true))))
                .isNotEqualTo(StartFingerprint.of(command(plain)));
    }

    @Test
    void fingerprintShouldDifferWheneverTheRequestDoes() {
        StartOptions plain = StartOptions.DEFAULT;
        List<StartCommand> commands = List.of(
                command(plain),
                new StartCommand(new JobId("other"), Optional.empty(), Optional.empty(), plain, false, ALICE),
                new StartCommand(new JobId("job"), Optional.of(new RunId("a")), Optional.empty(), plain, false, ALICE),
                new StartCommand(new JobId("job"), Optional.empty(), Optional.empty(), plain, true, ALICE),
                new StartCommand(
                        new JobId("job"),
                        Optional.empty(),
                        Optional.empty(),
                        plain,
                        false,
                        new Caller(Dialect.NATIVE, AccessExamples.everywhere("bob", Role.OPERATOR), "192.0.2.7")),
                command(options(Map.of("a", "b"), Optional.empty())),
                command(options(Map.of("a", "b=1:c"), Optional.empty())),
                command(options(Map.of("a", "b", "c", "d"), Optional.empty())),
                command(options(Map.of("a", "b\n1:c=1:d"), Optional.empty())),
                command(options(Map.of(), Optional.of(""))),
                command(options(Map.of(), Optional.of("-"))),
                command(new StartOptions(
                        Map.of(),
                        Optional.empty(),
                        new RowRange(1, OptionalLong.of(2)),
                        1,
                        LoggingLevel.MEDIUM,
                        0,
                        Optional.empty())),
                command(new StartOptions(
                        Map.of(), Optional.empty(), RowRange.ALL, 2, LoggingLevel.MEDIUM, 0, Optional.empty())),
                command(new StartOptions(
                        Map.of(), Optional.empty(), RowRange.ALL, 1, LoggingLevel.LOW, 0, Optional.empty())),
                command(new StartOptions(
                        Map.of(), Optional.empty(), RowRange.ALL, 1, LoggingLevel.MEDIUM, 5, Optional.empty())),
                command(plain.withCallbackUrl(Optional.of("http://a.example/"))));
        Set<String> prints = new HashSet<>();
        commands.forEach(command -> prints.add(StartFingerprint.of(command)));

        assertThat(prints).hasSameSizeAs(commands);
    }

    @Test
    void fingerprintShouldBeTheSameWhenOnlyTheKeyOrTheAddressDiffers() {
        StartCommand elsewhere = new StartCommand(
                new JobId("job"),
                Optional.empty(),
                Optional.of("key"),
                StartOptions.DEFAULT,
                false,
                new Caller(Dialect.NATIVE, AccessExamples.everywhere("alice", Role.OPERATOR), "203.0.113.9"));

        assertThat(StartFingerprint.of(elsewhere)).isEqualTo(StartFingerprint.of(command(StartOptions.DEFAULT)));
    }

    private static StartOptions options(Map<String, String> parameters, Optional<String> argument) {
        return new StartOptions(parameters, argument, RowRange.ALL, 1, LoggingLevel.MEDIUM, 0, Optional.empty());
    }

    private static StartCommand command(StartOptions options) {
        return new StartCommand(new JobId("job"), Optional.empty(), Optional.empty(), options, false, ALICE);
    }
}
