package org.jobplatform.bootstrap.settings;

import java.util.List;

/** The settings are wrong; nothing was started. */
public final class BadSettings extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    /** @param problems each of them, one line for people */
    public BadSettings(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** Every problem, one line each. */
    public List<String> problems() {
        return problems;
    }
}
