package org.jobplatform.conformance.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;

/** Sends bytes as they are, over a connection of their own, and reads one answer. */
public final class Wire {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Wire() {}

    /** The answer to these bytes. @throws IOException when there is none within half a minute */
    public static Message send(URI server, byte[] request) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.setTcpNoDelay(true);
            try {
                socket.getOutputStream().write(request);
            } catch (SocketException refused) {
                // A server may answer and close before it has read all; what it said is there to be read.
            }
            InputStream in = new BufferedInputStream(socket.getInputStream());
            boolean head = new String(request, 0, Math.min(5, request.length), ISO_8859_1).equals("HEAD ");
            Message answer = Message.read(in, false);
            while (answer.status() / 100 == 1) {
                answer = Message.read(in, false);
            }
            return answer.withBody(in, head);
        }
    }
}
