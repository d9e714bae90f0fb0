package org.jobplatform.callback;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;

/** Says in a few words of our own why there was no answer, since a library's message may hold anything. */
final class NetworkFault {

    private NetworkFault() {}

    static Exchange of(ExecutionException failed) {
        Throwable cause = failed.getCause();
        return of(cause == null ? failed : cause);
    }

    private static Exchange of(Throwable cause) {
        return switch (cause) {
            case ConnectTimeoutException ignored -> new Exchange.NotConnected("connecting took too long");
            case NoRouteToHostException ignored -> new Exchange.NotConnected("no route to the host");
            case ConnectException refused
            when mentions(refused, "refused") -> new Exchange.NotConnected("connection refused");
            case ConnectException ignored -> new Exchange.NotConnected("no connection");
            case UnknownHostException ignored -> new Exchange.NotConnected("no connection");
            default -> new Exchange.Failed(words(cause));
        };
    }

    private static String words(Throwable cause) {
        return switch (cause) {
            case SSLPeerUnverifiedException ignored -> "the certificate is not valid for the host";
            case SSLException ssl when hasCause(ssl, CertificateException.class) -> "the certificate is not trusted";
            case SSLException ignored -> "no TLS connection";
            case MessageConstraintException ignored -> "the answer is not valid HTTP";
            case HttpException ignored -> "the answer is not valid HTTP";
            case ConnectionClosedException ignored -> "connection closed without an answer";
            case EOFException ignored -> "connection closed without an answer";
            case TooLongAnswer ignored -> "the answer is too long";
            case IOException reset
            when mentions(reset, "reset") || mentions(reset, "broken pipe") -> "connection reset";
            default -> "connection failed";
        };
    }

    private static boolean mentions(Throwable fault, String word) {
        String message = fault.getMessage();
        return message != null && message.toLowerCase(Locale.ROOT).contains(word);
    }

    private static boolean hasCause(Throwable fault, Class<? extends Throwable> type) {
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < 16; depth++) {
            if (type.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
