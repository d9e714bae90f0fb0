package org.jobplatform.domain.run;

/** How much of what a run says is kept in its log. */
public enum LoggingLevel {
    /** Nothing. */
    NONE(0),
    /** Errors and warnings. */
    LOW(1),
    /** Errors, warnings and information: the default. */
    MEDIUM(2),
    /** Everything, debugging included. */
    HIGH(3);

    private final int number;

    LoggingLevel(int number) {
        this.number = number;
    }

    /** The level with this number, 0 to 3. @throws IllegalArgumentException for any other */
    public static LoggingLevel of(int number) {
        for (LoggingLevel level : values()) {
            if (level.number == number) {
                return level;
            }
        }
        throw new IllegalArgumentException("a logging level must be 0 to 3");
    }

    /** The number of this level, 0 to 3. */
    public int number() {
        return number;
    }

    /** Says whether a line of this severity is kept. */
    public boolean keeps(LogSeverity severity) {
        return switch (severity) {
            case ERROR, WARNING -> this != NONE;
            case INFO -> this == MEDIUM || this == HIGH;
            case DEBUG -> this == HIGH;
        };
    }
}
