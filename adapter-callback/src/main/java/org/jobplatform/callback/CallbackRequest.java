package org.jobplatform.callback;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.net.URIAuthority;
import org.jobplatform.application.egress.Host;
import org.jobplatform.application.egress.OutboundUrl;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.SigningSecret;

/**
 * A delivery as a POST.
 *
 * @param secrets each signs it
 * @param at the time of the attempt
 */
record CallbackRequest(Delivery delivery, OutboundUrl url, List<SigningSecret> secrets, Instant at) {

    /** The receiver by name, at one of its addresses. A client connects to such a host without resolving its name again. */
    HttpHost receiverAt(InetAddress address) {
        return new HttpHost(url.uri().getScheme(), address, hostName(), url.port());
    }

    /** The request; to be used once. */
    AsyncRequestProducer producer() {
        URI uri = url.uri();
        String query = uri.getRawQuery();
        String path = query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query;
        BasicHttpRequest request = new BasicHttpRequest(
                Method.POST.name(), uri.getScheme(), new URIAuthority(hostName(), uri.getPort()), path);
        request.setHeader(HttpHeaders.CONTENT_TYPE, delivery.body().mediaType());
        byte[] body = delivery.body().text().getBytes(StandardCharsets.UTF_8);
        String id = delivery.id().value();
        long timestamp = at.getEpochSecond();
        request.setHeader("webhook-id", id);
        request.setHeader("webhook-timestamp", Long.toString(timestamp));
        request.setHeader("webhook-signature", WebhookSignature.of(secrets, id, timestamp, body));
        request.setHeader(HttpHeaders.CONNECTION, "close");
        return new BasicRequestProducer(request, new BasicAsyncEntityProducer(body, null));
    }

    private String hostName() {
        return switch (url.host()) {
            case Host.Name(String text) -> text;
            case Host.Literal(InetAddress address) -> address.getHostAddress();
        };
    }
}
