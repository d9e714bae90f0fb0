package org.jobplatform.rest.server;

import java.util.Optional;
import java.util.Set;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.MimeHeaders;
import org.jspecify.annotations.Nullable;

/** Judges a request by its header alone, before anything is routed or any of its body is taken. */
final class RequestRules {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Set<String> KNOWN_BUT_REFUSED = Set.of("TRACE", "CONNECT");

    private final RestServerSettings settings;
    private final PageOrigins pages;

    RequestRules(RestServerSettings settings) {
        this.settings = settings;
        this.pages = new PageOrigins(settings.pageHosts());
    }

    /** Why the request is refused, if it is. Rewrites a sloppy but clear {@code Content-Type}, and braces in the path. */
    Optional<Refusal> judge(HttpRequestPacket request) {
        Refusal refusal = line(request);
        if (refusal == null) {
            refusal = headers(request);
        }
        if (refusal == null) {
            refusal = content(request);
        }
        return Optional.ofNullable(refusal);
    }

    private @Nullable Refusal line(HttpRequestPacket request) {
        Protocol protocol = request.getProtocol();
        if (protocol != Protocol.HTTP_1_1 && protocol != Protocol.HTTP_1_0) {
            request.setProtocol(Protocol.HTTP_1_1);
            return Refusal.of(505, "Only HTTP/1.0 and HTTP/1.1 are spoken here.");
        }
        String method = request.getMethod().getMethodString();
        if (KNOWN_BUT_REFUSED.contains(method)) {
            return Refusal.of(405, "This method is not possible here.");
        }
        if (!METHODS.contains(method)) {
            return Refusal.of(501, "This method is not known.");
        }
        String given = request.getRequestURI();
        String path = UrlRules.withoutRawBraces(given);
        if (!path.equals(given)) {
            request.setRequestURI(path);
        }
        String query = request.getQueryString();
        if (path.length() + (query == null ? 0 : query.length() + 1)
                > settings.limits().url()) {
            return Refusal.of(414, "The URL is longer than " + settings.limits().url() + " bytes.");
        }
        if (!UrlRules.isCanonicalPath(path)) {
            return Refusal.of(400, "The path is not in its one valid form.");
        }
        if (query != null && !UrlRules.isReadableQuery(query)) {
            return Refusal.of(400, "The query is not properly encoded.");
        }
        return null;
    }

    private @Nullable Refusal headers(HttpRequestPacket request) {
        MimeHeaders headers = request.getHeaders();
        int size = 0;
        for (int index = 0; index < headers.size(); index++) {
            String name = headers.getName(index).toString();
            String value = headers.getValue(index).toString();
            size += name.length() + value.length() + ": \r\n".length();
            if (!HeaderText.isToken(name) || !HeaderText.isValue(value)) {
                return Refusal.of(400, "A header field is malformed.");
            }
            if (name.equalsIgnoreCase("Accept") && !HeaderText.isAccept(value)) {
                return Refusal.of(400, "The Accept header is malformed.");
            }
        }
        if (size > settings.limits().headerBlock()) {
            return Refusal.of(
                    431, "The header is larger than " + settings.limits().headerBlock() + " bytes.");
        }
        for (Header single : Set.of(Header.Host, Header.ContentType, Header.TransferEncoding, Header.ContentLength)) {
            if (HeaderText.count(headers, single) > 1) {
                return Refusal.of(400, single + " is given more than once.");
            }
        }
        String host = request.getHeader(Header.Host);
        if (host != null && !settings.allowedHosts().contains(HostName.of(host))) {
            return Refusal.of(403, "This host name is not served here.");
        }
        if (!pages.mayAsk(request.getHeader("Origin"), request.getMethod().getMethodString(), host)) {
            return Refusal.of(403, "Pages of other sites may not do this.");
        }
        return null;
    }

    private @Nullable Refusal content(HttpRequestPacket request) {
        String transfer = request.getHeader(Header.TransferEncoding);
        if (transfer != null
                && (!transfer.equalsIgnoreCase("chunked")
                        || request.getProtocol() == Protocol.HTTP_1_0
                        || request.getHeader(Header.ContentLength) != null)) {
            return Refusal.of(400, "The length of the body is not clear.");
        }
        String encoding = request.getHeader(Header.ContentEncoding);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return Refusal.of(415, "The body must not be compressed or otherwise encoded.");
        }
        String type = request.getHeader(Header.ContentType);
        if (type != null) {
            Optional<String> taken = HeaderText.utf8ContentType(type);
            if (taken.isEmpty()) {
                return Refusal.of(415, "The Content-Type is malformed or names another charset than UTF-8.");
            }
            request.getHeaders().setValue(Header.ContentType).setString(taken.get());
        }
        if (request.getContentLength() > settings.limits().body()) {
            return tooLarge();
        }
        String expectation = request.getHeader(Header.Expect);
        return expectation == null || expectation.equalsIgnoreCase("100-continue")
                ? null
                : Refusal.of(417, "Only 100-continue can be expected here.");
    }

    Refusal tooLarge() {
        return Refusal.of(413, "The body is larger than " + settings.limits().body() + " bytes.");
    }
}
