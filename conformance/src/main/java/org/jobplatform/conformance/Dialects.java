package org.jobplatform.conformance;

import java.util.List;

/** The interfaces there are suites for. */
final class Dialects {
    /** As the folders with their scripts are called. */
    static final List<String> NAMES = List.of("informatica", "starfish", "infolink", "nexus", "native");

    private Dialects() {}
}
