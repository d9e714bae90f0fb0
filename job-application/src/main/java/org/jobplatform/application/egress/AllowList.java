package org.jobplatform.application.egress;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** What an operator has opened besides public addresses: ranges of addresses, each with all ports or with one. */
public final class AllowList {

    /** Opens nothing. */
    public static final AllowList NONE = new AllowList(List.of());

    private final List<AllowedRange> ranges;

    private AllowList(List<AllowedRange> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    /** What became of a list's text. */
    public sealed interface Parsed {

        /**
         * Every entry could be read.
         *
         * @param list what they allow
         */
        record Valid(AllowList list) implements Parsed {}

        /**
         * Some entries could not be read.
         *
         * @param problems one clause for each such entry, in order, naming it
         */
        record Invalid(List<String> problems) implements Parsed {}
    }

    /**
     * Reads entries of the forms {@code 10.0.0.0/8}, {@code 10.0.0.0/8:8080}, {@code fd00::/8} and {@code [fd00::/8]:8080}; an
     * address without a prefix length stands for itself. A single metadata address is a problem; a wider range that contains one is
     * none, and does not open it.
     *
     * @param entries in any order; white space around them is ignored
     * @return the list, or the problems of all its entries
     */
    public static Parsed parse(List<String> entries) {
        List<AllowedRange> ranges = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String entry : entries) {
            try {
                ranges.add(AllowedRange.parse(entry.strip()));
            } catch (IllegalArgumentException wrong) {
                problems.add("'" + entry.strip() + "': " + wrong.getMessage());
            }
        }
        return problems.isEmpty() ? new Parsed.Valid(new AllowList(ranges)) : new Parsed.Invalid(List.copyOf(problems));
    }

    boolean allows(InetAddress address, int port) {
        return ranges.stream().anyMatch(range -> range.allows(address, port));
    }

    boolean allowsByPort(InetAddress address, int port) {
        return ranges.stream().anyMatch(range -> range.names(port) && range.allows(address, port));
    }

    boolean names(int port) {
        return ranges.stream().anyMatch(range -> range.names(port));
    }
}
