package org.jobplatform.rest.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jobplatform.domain.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private final NativeApiFixture fixture = new NativeApiFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private void history(String job, int from, int to) {
        fixture.job(job);
        for (int run = from; run <= to; run++) {
            fixture.api().post("jobs/" + job + "/runs", "{}");
            fixture.platform().complete(run);
        }
    }

    /** An administrator who logs in that much later. */
    private NativeClient adminAfter(Duration time) {
        fixture.platform().time().advance(time);
        return fixture.client(Role.ADMIN);
    }

    @Test
    void previewShouldTellTheRuleAndWhatIsDueOfEachJob() {
        history("load", 1, 3);
        history("sale", 4, 4);

        try (NativeClient admin = adminAfter(Duration.ofDays(3))) {
            assertThat(admin.get("retention").json().toString())
                    .isEqualTo(
                            "{\"enabled\":true,\"runs\":\"P2D\",\"keep\":1,\"jobs\":["
                                    + "{\"job\":\"load\",\"project\":\"Default\",\"name\":\"load\",\"runs\":2,\"more\":false},"
                                    + "{\"job\":\"sale\",\"project\":\"Default\",\"name\":\"sale\",\"runs\":0,\"more\":false}]}");
        }
        assertThat(fixture.platform().find(1).isEnded()).isTrue();
    }

    @Test
    void previewShouldGoOnAfterTheCursor() {
        history("load", 1, 1);
        history("sale", 2, 2);

        try (NativeClient admin = adminAfter(Duration.ZERO)) {
            String next = admin.get("retention?limit=1").json().get("next").textValue();

            assertThat(admin.get("retention?limit=1&cursor=" + next).json().toString())
                    .contains("\"job\":\"sale\"")
                    .doesNotContain("next");
        }
    }

    @Test
    void previewShouldJudgeByAnotherRuleWhenAskedTo() {
        history("load", 1, 3);

        try (NativeClient admin = adminAfter(Duration.ofDays(1))) {
            assertThat(admin.get("retention").json().toString()).contains("\"runs\":0");
            assertThat(admin.get("retention?runs=PT12H&keep=0").json().toString())
                    .contains("\"runs\":3");
            assertThat(admin.get("retention?runs=PT0S").status()).isEqualTo(400);
        }
    }

    @Test
    void previewShouldBeForAdministratorsOnly() {
        assertThat(fixture.api().get("retention").status()).isEqualTo(403);
    }
}
