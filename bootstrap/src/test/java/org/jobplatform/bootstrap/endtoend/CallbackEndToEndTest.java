package org.jobplatform.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallbackEndToEndTest {
    private static final int BACKLOG = 5_000;
    private static final int HEALTHY = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private ServerProcess server;
    private Api client;

    @BeforeEach
    void start() {
        server = new ServerProcess.Plan(folder).start();
        client = Api.of(server);
        client.put("/platform/v1/jobs/nothing", """
                {"project":"Sales/Night","name":"Nothing","runner":"noop"}""").expect(201);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void otherReceiversShouldBeToldWhileOneHangsWithThousandsOfCallbacks() throws Exception {
        try (HangingReceiver hanging = new HangingReceiver();
                Receiver healthy = Receiver.start();
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> starts = new ArrayList<>();
            for (int i = 0; i < BACKLOG; i++) {
                starts.add(threads.submit(() -> run(hanging.url())));
            }
            for (Future<?> start : starts) {
                start.get();
            }
            Waiting.until("the hanging receiver is called", PATIENCE, () -> hanging.waiting() == 4);
            for (int i = 0; i < HEALTHY; i++) {
                run(healthy.url());
            }

            Waiting.until(
                    "the healthy receiver is told of every run",
                    PATIENCE,
                    () -> healthy.bodies().size() == HEALTHY);
            assertThat(hanging.waiting()).isPositive();
            assertThat(hanging.mostWaiting()).isEqualTo(4);
        }
    }

    @Test
    void callbackShouldBeSignedWithTheSecretsOfItsProject() throws Exception {
        String secret = "/platform/v1/projects/Sales/Night/callback-secret";
        String first = client.get(secret).expect(200).path("secret").asText();
        String second =
                client.post(secret + "/rotate", "{}").expect(200).path("secret").asText();
        try (Receiver receiver = Receiver.start()) {
            JsonNode run = run(receiver.url());
            Waiting.until("the callback came", PATIENCE, () -> receiver.bodies().size() == 1);

            Receiver.Request request = receiver.requests().getFirst();
            Headers headers = request.headers();
            assertThat(headers.getFirst("webhook-signature"))
                    .isEqualTo(signature(second, request) + " " + signature(first, request));
            assertThat(headers.getFirst("Content-Length"))
                    .isEqualTo(String.valueOf(request.body().getBytes(StandardCharsets.UTF_8).length));
            assertThat(receiver.bodies().getFirst().path("id").asText()).isEqualTo(headers.getFirst("webhook-id"));
            Waiting.until(
                    "the run says so",
                    PATIENCE,
                    () -> client.get("/platform/v1/runs/" + run.path("id").asText())
                            .json()
                            .path("callback")
                            .path("state")
                            .asText()
                            .equals("confirmed"));
        }
        assertThat(server.log()).doesNotContain(first, second);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .noneMatch(file -> contains(file, first) || contains(file, second));
        }
    }

    private JsonNode run(String callback) {
        return client.post("/platform/v1/jobs/nothing/runs", "{\"callback\":{\"url\":\"" + callback + "\"}}")
                .expect(202);
    }

    private static boolean contains(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException gone) {
            return false;
        }
    }

    private static String signature(String secret, Receiver.Request request) throws GeneralSecurityException {
        Headers headers = request.headers();
        String signed =
                headers.getFirst("webhook-id") + "." + headers.getFirst("webhook-timestamp") + "." + request.body();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
