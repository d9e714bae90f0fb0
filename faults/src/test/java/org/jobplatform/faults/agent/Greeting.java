package org.jobplatform.faults.agent;

import java.util.function.Supplier;

/** A class to be changed. */
record Greeting(String whom) implements Supplier<String> {
    @Override
    public String get() {
        if (whom.isEmpty()) {
            return "nobody";
        }
        return "hello " + whom;
    }
}
