package org.jobplatform.persistence;

/** What differs between the databases. */
enum Vendor {
    /** H2 in this process: only ever one server, so that its one strength of row lock is enough. */
    H2("jdbc:h2:", "current_timestamp", " for update", " for update", " for update", "h2", "", 1),
    /** PostgreSQL 15 to 18. */
    POSTGRESQL(
            "jdbc:postgresql:",
            "clock_timestamp()",
            " for no key update",
            " for key share",
            " for share",
            "postgresql",
            "collate \"C\"",
            2);

    private final String prefix;
    private final String clock;
    private final String forChange;
    private final String forKeep;
    private final String forShare;
    private final String folder;
    private final String exact;
    private final int flushers;

    Vendor(
            String prefix,
            String clock,
            String forChange,
            String forKeep,
            String forShare,
            String folder,
            String exact,
            int flushers) {
        this.prefix = prefix;
        this.clock = clock;
        this.forChange = forChange;
        this.forKeep = forKeep;
        this.forShare = forShare;
        this.folder = folder;
        this.exact = exact;
        this.flushers = flushers;
    }

    /** Says whether a JDBC URL is of this database. */
    boolean owns(String url) {
        return url.startsWith(prefix);
    }

    /** The expression for the database's own time, which is also right within a long transaction. */
    String clock() {
        return clock;
    }

    /** Ends a query that keeps others from changing its rows, or from deleting them. */
    String forChange() {
        return forChange;
    }

    /** Ends a query that keeps others from deleting its rows; where the database can, not from changing them. */
    String forKeep() {
        return forKeep;
    }

    /** Ends a query that keeps others from changing or deleting its rows; where the database can, not from sharing them. */
    String forShare() {
        return forShare;
    }

    /** Ends a query that keeps others from doing anything with its rows. */
    String forDelete() {
        return " for update";
    }

    /** The folder of the migrations that only this database has. */
    String folder() {
        return folder;
    }

    /** Makes a column compare by code point. */
    String exact() {
        return exact;
    }

    /** How many groups of changes are worth committing at once. */
    int flushers() {
        return flushers;
    }
}
