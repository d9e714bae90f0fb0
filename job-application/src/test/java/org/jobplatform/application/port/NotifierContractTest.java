package org.jobplatform.application.port;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryResult;

/** Proves that the contract can be kept, by the simplest notifier that does. */
class NotifierContractTest implements NotifierContract {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public Notifier notifier() {
        return this::deliver;
    }

    private DeliveryResult deliver(Delivery delivery) {
        HttpRequest request = HttpRequest.newBuilder(delivery.target().url())
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", delivery.body().mediaType())
                .POST(HttpRequest.BodyPublishers.ofString(delivery.body().text()))
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            int status = answer.statusCode();
            return delivery.policy().confirms(status)
                    ? new DeliveryResult.Confirmed(status)
                    : new DeliveryResult.Rejected(status, retryAfter(answer));
        } catch (IOException e) {
            return new DeliveryResult.Unreachable(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new DeliveryResult.Unreachable("interrupted");
        }
    }

    private static Optional<Duration> retryAfter(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }
}
