package org.jobplatform.rest.nativeapi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stream of events on a connection of its own, read line by line as it comes. Reading waits 20 s at most. */
final class EventStreamClient implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;
    private final List<String> head = new ArrayList<>();

    /** An event: its fields by name. */
    record Event(Map<String, String> fields) {
        String id() {
            return fields.getOrDefault("id", "");
        }

        String type() {
            return fields.getOrDefault("event", "");
        }

        String data() {
            return fields.getOrDefault("data", "");
        }
    }

    /** Asks for a stream; HTTP/1.0, so that no chunks stand between the lines. */
    EventStreamClient(InetSocketAddress address, String token, String path, String... headers) {
        try {
            socket = new Socket();
            socket.connect(address, 5_000);
            socket.setSoTimeout(20_000);
            String request = "GET " + NativeApi.PREFIX + "/" + path + " HTTP/1.0\r\nHost: localhost\r\n"
                    + "Authorization: Bearer " + token + "\r\nAccept: text/event-stream\r\n"
                    + String.join(
                            "",
                            List.of(headers).stream()
                                    .map(header -> header + "\r\n")
                                    .toList()) + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.add(line);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    int status() {
        return Integer.parseInt(head.getFirst().split(" ", -1)[1]);
    }

    String header(String name) {
        return head.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    /** The next block of lines, an event or not; empty at the end of the stream. */
    Optional<Event> block() {
        try {
            Map<String, String> fields = new LinkedHashMap<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty()) {
                    return Optional.of(new Event(fields));
                }
                int colon = line.indexOf(':');
                fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The next event of one of these types, whatever comes before. */
    Event next(String... types) {
        Optional<Event> block = block();
        while (block.filter(found -> !List.of(types).contains(found.type())).isPresent()) {
            block = block();
        }
        return block.orElseThrow(() -> new AssertionError("the stream has ended"));
    }

    /** Reads to the end; says whether no event was left. */
    boolean endsQuietly() {
        boolean quiet = true;
        for (Optional<Event> block = block(); block.isPresent(); block = block()) {
            quiet &= block.get().type().isEmpty();
        }
        return quiet;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
