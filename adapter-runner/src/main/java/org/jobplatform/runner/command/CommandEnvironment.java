package org.jobplatform.runner.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunRequest;

/** All of the environment of a command: a few words from the server, the job's own, and what it has to know of its run. */
final class CommandEnvironment {

    private static final Map<String, String> STANDARD = Map.of(
            "PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG", "C.UTF-8", "TZ", "UTC");

    private final Map<String, String> common = new TreeMap<>(STANDARD);

    /** Takes {@code PATH}, {@code LANG} and {@code TZ} from the server's environment where it has them. */
    CommandEnvironment(Map<String, String> server) {
        common.replaceAll((name, value) -> server.getOrDefault(name, value));
    }

    /** The variable of a parameter. */
    static String variable(String parameter) {
        return "JOB_PARAM_" + parameter;
    }

    Map<String, String> of(Run run, CommandSettings settings, Path folder) {
        RunRequest request = run.request();
        Map<String, String> environment = new TreeMap<>(common);
        environment.put("HOME", folder.toString());
        environment.putAll(settings.environment());
        // A parameter is found under its own spelling and in capitals; its own spelling wins.
        request.parameters().forEach((name, value) -> environment.put(variable(name.toUpperCase(Locale.ROOT)), value));
        request.parameters().forEach((name, value) -> environment.put(variable(name), value));
        environment.put("JOB_RUN_ID", run.id().value());
        environment.put("JOB_RUN_NUMBER", Integer.toString(run.number().value()));
        environment.put("JOB_ATTEMPT", Integer.toString(run.attempt()));
        environment.put("JOB_ARGUMENT", request.argument().orElse(""));
        environment.put("JOB_ROWS_BEGIN", Long.toString(request.rows().begin()));
        environment.put(
                "JOB_ROWS_END",
                request.rows().end().isPresent()
                        ? Long.toString(request.rows().end().getAsLong())
                        : "");
        environment.put("JOB_THREADS", Integer.toString(request.threads()));
        environment.put(
                "JOB_LOGGING_LEVEL", Integer.toString(request.loggingLevel().number()));
        return environment;
    }
}
