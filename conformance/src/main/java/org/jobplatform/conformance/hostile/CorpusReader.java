package org.jobplatform.conformance.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jobplatform.conformance.script.BadScript;

/** Reads the two files of the corpus; docs/conformance.md describes them. */
final class CorpusReader {
    private CorpusReader() {}

    static List<GoodRequest> requests(Path file) {
        List<GoodRequest> requests = new ArrayList<>();
        List<String> block = new ArrayList<>();
        for (String line : lines(file)) {
            if (line.startsWith("=== ") && !block.isEmpty()) {
                requests.add(request(block));
                block.clear();
            }
            if (line.startsWith("=== ") || !block.isEmpty()) {
                block.add(line);
            }
        }
        requests.add(request(block));
        return List.copyOf(requests);
    }

    private static GoodRequest request(List<String> block) {
        String[] title = block.getFirst().substring(4).split(" ", 2);
        String[] line = block.get(1).split(" ", 2);
        int empty = block.indexOf("");
        int fields = block.indexOf("--- fields");
        if (title.length < 2 || line.length < 2 || empty < 0 || fields < empty) {
            throw new BadScript("not a request: " + block.getFirst());
        }
        Map<String, String> kinds = new LinkedHashMap<>();
        block.subList(fields + 1, block.size()).stream()
                .filter(text -> !text.isBlank())
                .map(text -> text.strip().split(" +", 2))
                .forEach(parts -> kinds.put(parts[0], parts[1]));
        return new GoodRequest(
                title[0],
                title[1],
                line[0],
                line[1],
                List.copyOf(block.subList(2, empty)),
                String.join("\n", block.subList(empty + 1, fields)).strip(),
                kinds);
    }

    static List<Rule> rules(Path file) {
        return lines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(CorpusReader::rule)
                .toList();
    }

    private static Rule rule(String line) {
        String[] cells = line.split(" +\\| ", -1);
        if (cells.length != 5) {
            throw new BadScript("a row has five cells, not " + cells.length + ": " + line);
        }
        String expected = cells[4].strip();
        boolean named = expected.endsWith(" named");
        return new Rule(
                cells[0].strip(),
                List.of(cells[1].strip().split(" +", -1)),
                cells[2].strip(),
                cells[3],
                expected.equals("taken")
                        ? List.of()
                        : Arrays.stream(expected.replace(" named", "").split(" +", -1))
                                .map(Integer::valueOf)
                                .toList(),
                named);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
