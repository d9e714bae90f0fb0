package org.jobplatform.runner.command;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jobplatform.application.port.RunContext;
import org.jobplatform.domain.run.LogSeverity;
import org.jobplatform.domain.run.RowCounters;

/**
 * Understands the lines by which a command reports: {@code ::progress 40 text}, {@code ::rows inserts=5 errors=1} and
 * {@code ::log debug text}. A line that is not quite like these is ordinary output.
 */
final class Reports {

    private enum Counter {
        TOTAL,
        INSERTS,
        UPDATES,
        DELETES,
        ERRORS,
        SKIPS,
        IGNORES
    }

    private static final Pattern PROGRESS = Pattern.compile("::progress\\s+(\\d{1,3})%?(?:\\s+(.*))?");
    private static final Pattern ROWS = Pattern.compile("::rows((?:\\s+[a-z]+=\\d{1,18})+)\\s*");
    private static final Pattern COUNT = Pattern.compile("([a-z]+)=(\\d+)");
    private static final Pattern LOG = Pattern.compile("::log\\s+(error|warning|info|debug)(?:\\s(.*))?");

    private final RunContext context;
    private final CommandLog log;
    private final Map<Counter, Long> counts = new EnumMap<>(Counter.class);
    private String place = "";

    Reports(RunContext context, CommandLog log) {
        this.context = context;
        this.log = log;
    }

    /** Follows the line when it is a report; false when it is not. */
    boolean take(Piece piece) {
        if (!piece.looksLikeReport()) {
            return false;
        }
        String line = piece.text();
        return takeProgress(line) || takeRows(line) || takeLog(line);
    }

    /** Where the command said it was, such as {@code at 40 % (customers), 6 rows}; empty when it said nothing. */
    synchronized String place() {
        long rows = context.rows().total();
        String counted = rows > 0 ? rows + " rows" : "";
        return place + (place.isEmpty() || counted.isEmpty() ? "" : ", ") + counted;
    }

    private boolean takeProgress(String line) {
        Matcher matcher = PROGRESS.matcher(line);
        if (!matcher.matches()) {
            return false;
        }
        Optional<String> summary =
                Optional.ofNullable(matcher.group(2)).map(String::strip).filter(text -> !text.isEmpty());
        context.progress(Integer.parseInt(matcher.group(1)), summary);
        synchronized (this) {
            place = "at " + matcher.group(1) + " %"
                    + summary.map(text -> " (" + text + ")").orElse("");
        }
        return true;
    }

    /** A counter that is not named keeps its value; rows looked at are the sum of the others unless they are named. */
    private boolean takeRows(String line) {
        Matcher matcher = ROWS.matcher(line);
        if (!matcher.matches()) {
            return false;
        }
        Map<Counter, Long> named = new EnumMap<>(Counter.class);
        Matcher count = COUNT.matcher(matcher.group(1));
        while (count.find()) {
            Optional<Counter> counter = counter(count.group(1));
            if (counter.isEmpty()) {
                return false;
            }
            named.put(counter.get(), Long.parseLong(count.group(2)));
        }
        counts.putAll(named);
        context.rows(new RowCounters(
                counts.containsKey(Counter.TOTAL) ? of(Counter.TOTAL) : sum(),
                of(Counter.INSERTS),
                of(Counter.UPDATES),
                of(Counter.DELETES),
                of(Counter.ERRORS),
                of(Counter.SKIPS),
                of(Counter.IGNORES)));
        return true;
    }

    private boolean takeLog(String line) {
        Matcher matcher = LOG.matcher(line);
        if (!matcher.matches()) {
            return false;
        }
        log.add(
                LogSeverity.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
                Optional.ofNullable(matcher.group(2)).orElse(""));
        return true;
    }

    private static Optional<Counter> counter(String name) {
        for (Counter counter : Counter.values()) {
            if (counter.name().equals(name.toUpperCase(Locale.ROOT))) {
                return Optional.of(counter);
            }
        }
        return Optional.empty();
    }

    private long of(Counter counter) {
        return counts.getOrDefault(counter, 0L);
    }

    private long sum() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
