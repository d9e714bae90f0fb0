package org.jobplatform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jobplatform.application.port.JobExamples;
import org.jobplatform.application.port.StartExample;
import org.jobplatform.domain.job.Job;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RunNumbersTest {
    @ParameterizedTest
    @EnumSource
    void numbersShouldBeginAgainAfterTheLargestAndLeaveOutThoseThatAreKept(TestDatabase which) {
        which.empty();
        which.execute("update number_block set next_value = 1");
        List<Integer> first = numbers(which, 2, "early");
        which.execute("update number_block set next_value = " + (Integer.MAX_VALUE - 2));

        List<Integer> then = numbers(which, 5, "late");

        assertThat(first).containsExactly(1, 2);
        assertThat(then).containsExactly(Integer.MAX_VALUE - 2, Integer.MAX_VALUE - 1, Integer.MAX_VALUE, 3, 4);
    }

    @ParameterizedTest
    @EnumSource
    void numbersShouldBeUniqueWhenTheCounterWentBack(TestDatabase which) {
        which.empty();
        which.execute("update number_block set next_value = 1");
        numbers(which, 3, "before");
        which.execute("update number_block set next_value = 2");

        assertThat(numbers(which, 2, "after")).containsExactly(4, 5);
    }

    /** Of runs added through a server that was started anew. */
    private static List<Integer> numbers(TestDatabase which, int count, String prefix) {
        List<Integer> numbers = new ArrayList<>();
        try (Database database = Database.open(which.settings())) {
            Job job = database.jobs().save(JobExamples.job(prefix));
            for (int i = 0; i < count; i++) {
                numbers.add(database.runs()
                        .add(StartExample.of(job, prefix + i).build())
                        .run()
                        .number()
                        .value());
            }
        }
        return numbers;
    }
}
