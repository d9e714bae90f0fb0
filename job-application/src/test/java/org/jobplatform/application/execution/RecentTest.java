package org.jobplatform.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RecentTest {
    private final Map<String, String> store = new TreeMap<>(Map.of("a", "1", "b", "2"));
    private long nanos;
    private final Recent<String, String> recent = new Recent<>(() -> nanos);

    @Test
    void storeShouldBeAskedOnceASecond() {
        find("a");
        store.put("a", "3");

        assertThat(find("a")).contains("1");
        nanos = Duration.ofSeconds(1).toNanos();
        assertThat(find("a")).contains("3");
    }

    @Test
    void storeShouldBeAskedEachTimeWhenItHasNothing() {
        assertThat(find("c")).isEmpty();
        store.put("c", "3");

        assertThat(find("c")).contains("3");
    }

    @Test
    void storeShouldBeAskedAgainWhenTheValueIsForgotten() {
        find("a");
        find("b");
        store.replaceAll((key, value) -> "new");
        recent.forget("a");

        assertThat(find("a")).contains("new");
        assertThat(find("b")).contains("2");
        recent.forgetAll("2"::equals);
        assertThat(find("b")).contains("new");
    }

    @Test
    void manyValuesShouldNotFillTheMemory() {
        for (int i = 0; i < 10_000; i++) {
            recent.find("key " + i, key -> Optional.of("old"));
        }
        recent.find("one more", key -> Optional.of("old"));

        assertThat(recent.find("key 1", key -> Optional.of("new"))).contains("new");
    }

    private Optional<String> find(String key) {
        return recent.find(key, asked -> Optional.ofNullable(store.get(asked)));
    }
}
