package org.jobplatform.persistence;

import java.util.Locale;
import java.util.Set;

/**
 * Where the database is and how it is used.
 *
 * @param url {@code jdbc:h2:} and the file without its ending, or {@code jdbc:postgresql:}
 * @param user an H2 database that is new gets this user
 * @param password its password
 * @param poolSize most connections at once, 2 to 1,000
 * @param durability of H2
 */
public record DatabaseSettings(String url, String user, String password, int poolSize, Durability durability) {
    // What the platform itself decides, since durability and the refusal of a second server depend on it.
    private static final Set<String> RESERVED =
            Set.of("AUTO_SERVER", "WRITE_DELAY", "DB_CLOSE_ON_EXIT", "DB_CLOSE_DELAY", "FILE_LOCK", "ACCESS_MODE_DATA");

    private static final Set<String> NOT_FILES = Set.of("mem:", "tcp:", "ssl:", "zip:", "nio:", "memFS:", "nioMemFS:");

    /** @throws IllegalArgumentException when a value is out of range or the URL is one this platform cannot rely on */
    public DatabaseSettings {
        Vendor vendor = vendorOf(url);
        if (vendor == Vendor.H2) {
            requireOwnFile(url);
        }
        if (poolSize < 2 || poolSize > 1_000) {
            throw new IllegalArgumentException("a database pool must have 2 to 1000 connections");
        }
    }

    Vendor vendor() {
        return vendorOf(url);
    }

    private static Vendor vendorOf(String url) {
        for (Vendor vendor : Vendor.values()) {
            if (vendor.owns(url)) {
                return vendor;
            }
        }
        throw new IllegalArgumentException("a database URL must begin with jdbc:h2: or jdbc:postgresql:");
    }

    private static void requireOwnFile(String url) {
        String rest = url.substring("jdbc:h2:".length());
        if (rest.isEmpty() || NOT_FILES.stream().anyMatch(rest::startsWith)) {
            throw new IllegalArgumentException("an H2 database must be a file of this server: jdbc:h2:/folder/name");
        }
        String upper = rest.toUpperCase(Locale.ROOT);
        for (String option : RESERVED) {
            if (upper.contains(";" + option + "=")) {
                throw new IllegalArgumentException("the option " + option + " of an H2 URL is set by the platform");
            }
        }
    }

    /** Without the password and the options of the URL, which may hold one. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + url.split("[;?]", 2)[0] + ", pool of " + poolSize + ", " + durability + "]";
    }
}
