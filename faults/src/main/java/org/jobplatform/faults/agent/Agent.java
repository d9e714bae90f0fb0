package org.jobplatform.faults.agent;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The agent. Its arguments are separated by commas: {@code crash=POINT:COUNT} lets the server die when the point is reached for
 * that time, {@code mutate=NAME} makes it worse, {@code reports=FILE} gets a line {@code changed CLASS} for each class that was
 * changed, and {@code crashed POINT} at the end. A class in which there is nothing to change any more ends the server.
 */
public final class Agent {
    private static final int NOTHING_TO_CHANGE = 98;

    private Agent() {}

    /** Called by the JVM before the server's main method. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        List<Change> changes = new ArrayList<>();
        for (String argument : arguments.split(",", -1)) {
            String value = argument.substring(argument.indexOf('=') + 1);
            switch (argument.substring(0, argument.indexOf('='))) {
                case "crash" -> {
                    CrashPoint point = CrashPoint.valueOf(value.substring(0, value.indexOf(':')));
                    Crash.at(point.name(), Integer.parseInt(value.substring(value.indexOf(':') + 1)));
                    changes.add(point.change());
                }
                case "mutate" -> changes.addAll(Mutation.valueOf(value).changes());
                case "reports" -> Crash.reportTo(value);
                default -> throw new IllegalArgumentException(argument);
            }
        }
        changes.forEach(change -> instrumentation.addTransformer(new Applied(change)));
    }

    private record Applied(Change change) implements ClassFileTransformer {
        @Override
        public byte @Nullable [] transform(
                ClassLoader loader, String name, Class<?> before, ProtectionDomain domain, byte[] bytes) {
            if (!change.className().equals(name)) {
                return null;
            }
            try {
                byte[] changed = change.apply(bytes);
                Crash.report("changed " + name);
                return changed;
            } catch (RuntimeException | Error useless) {
                // The JVM would go on with the class as it was, and the trial would show nothing.
                Crash.report("useless " + name + ": " + useless + " " + List.of(useless.getStackTrace()));
                Runtime.getRuntime().halt(NOTHING_TO_CHANGE);
                return null;
            }
        }
    }
}
