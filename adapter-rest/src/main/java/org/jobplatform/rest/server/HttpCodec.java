package org.jobplatform.rest.server;

import java.io.IOException;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.KeepAlive;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.http.util.MimeHeaders;

/**
 * Grizzly's reader and writer of HTTP messages, but deaf to upgrades and with our errors. An {@code Upgrade: h2c}, which
 * the JDK's client sends by default, makes the original wait for a protocol that nobody speaks.
 */
final class HttpCodec extends HttpServerFilter {
    private final RequestGate gate;
    private final Refuser refuser;

    @SuppressWarnings("deprecation") // there is no builder, whatever the deprecation promises
    HttpCodec(RestServerSettings.Limits limits, KeepAlive keepAlive, RequestGate gate, Refuser refuser) {
        super(
                true,
                limits.url() + limits.headerBlock(),
                null,
                keepAlive,
                null,
                limits.headers(),
                MimeHeaders.MAX_NUM_HEADERS_DEFAULT);
        this.gate = gate;
        this.refuser = refuser;
        setAllowPayloadForUndefinedHttpMethods(true);
    }

    @Override
    protected void onIncomingUpgrade(FilterChainContext ctx, HttpHeader header) {
        header.getUpgradeDC().recycle();
    }

    /**
     * Sends no chunks to a client of HTTP/1.0, to which they are bytes of the body: such an answer ends with its
     * connection. Grizzly itself would, as it takes the protocol of the answer, which is always 1.1, for the client's.
     */
    @Override
    protected Buffer encodeHttpPacket(FilterChainContext ctx, HttpPacket packet) {
        if (packet.getHttpHeader() instanceof HttpResponsePacket response
                && !response.isCommitted()
                && response.getRequest().getProtocol() == Protocol.HTTP_1_0) {
            response.setChunked(false);
        }
        return super.encodeHttpPacket(ctx, packet);
    }

    /** Whatever is answered, and by whom: browsers shall not guess what it is. */
    @Override
    protected void onInitialLineEncoded(HttpHeader header, FilterChainContext ctx) {
        super.onInitialLineEncoded(header, ctx);
        header.setHeader("X-Content-Type-Options", "nosniff");
    }

    @Override
    protected boolean onHttpHeaderParsed(HttpHeader header, Buffer buffer, FilterChainContext ctx) {
        boolean bad = super.onHttpHeaderParsed(header, buffer, ctx);
        if (!bad) {
            gate.headerRead((HttpRequestPacket) header, buffer.remaining());
        }
        return bad;
    }

    @Override
    protected void onHttpHeaderError(HttpHeader header, FilterChainContext ctx, Throwable cause) throws IOException {
        HttpResponsePacket response = ((HttpRequestPacket) header).getResponse();
        String message = String.valueOf(cause.getMessage());
        if (message.contains("line is too large")) {
            response.setStatus(HttpStatus.REQUEST_URI_TOO_LONG_414);
        } else if (cause instanceof MimeHeaders.MaxHeaderCountExceededException
                || message.contains("header is too large")) {
            response.setStatus(Refuser.HEADER_TOO_LARGE);
        }
        super.onHttpHeaderError(header, ctx, cause);
    }

    @Override
    protected HttpContent customizeErrorResponse(HttpResponsePacket response) {
        return refuser.unreadable(response);
    }
}
