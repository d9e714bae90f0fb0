package org.jobplatform.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jobplatform.domain.callback.SigningSecret;
import org.junit.jupiter.api.Test;

final class WebhookSignatureTest {
    private static final SigningSecret SECRET = new SigningSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

    /** What the libraries of the Standard Webhooks are tested with. */
    private static final String KNOWN = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void signatureShouldBeThatOfThePublishedExample() {
        assertThat(WebhookSignature.of(List.of(SECRET), ID, 1_614_265_330, BODY))
                .isEqualTo(KNOWN);
    }

    @Test
    void signaturesShouldStandSideBySideWhenTwoSecretsAreValid() {
        SigningSecret next = SigningSecret.of(new byte[32]);

        assertThat(WebhookSignature.of(List.of(next, SECRET), ID, 1_614_265_330, BODY))
                .matches("v1,[A-Za-z0-9+/]{43}= v1,.*")
                .endsWith(" " + KNOWN);
    }

    @Test
    void signatureShouldBeAnotherWhenIdOrTimeOrBodyIsAnother() {
        assertThat(List.of(
                        WebhookSignature.of(List.of(SECRET), "other", 1_614_265_330, BODY),
                        WebhookSignature.of(List.of(SECRET), ID, 1_614_265_331, BODY),
                        WebhookSignature.of(List.of(SECRET), ID, 1_614_265_330, new byte[0])))
                .doesNotContain(KNOWN)
                .doesNotHaveDuplicates();
    }
}
