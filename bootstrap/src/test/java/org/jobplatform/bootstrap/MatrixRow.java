package org.jobplatform.bootstrap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jobplatform.rest.access.Route;

/**
 * A line of {@code routes.csv}: a route, what it needs, and what comes of an example of it.
 *
 * @param allowed statuses for whoever may
 * @param foreign the status for an administrator of another project, or {@code empty} for a list that holds nothing then
 */
record MatrixRow(Route route, String example, String body, List<Integer> allowed, String foreign) {
    private static final String FILE = "access/routes.csv";

    static List<MatrixRow> all() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(MatrixRow.class.getResourceAsStream(FILE)), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(MatrixRow::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static MatrixRow of(String line) {
        String[] cells = line.split(" \\| ", -1);
        return new MatrixRow(
                new Route(cells[0], cells[1], cells[2]),
                cells[3],
                cells[4],
                List.of(cells[5].split(" ")).stream().map(Integer::valueOf).toList(),
                cells[6]);
    }

    boolean isOpen() {
        return route.needs().equals(Route.OPEN);
    }

    @Override
    public String toString() {
        return route.method() + " " + example;
    }
}
