package org.jobplatform.runner.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jobplatform.domain.job.Problem;

/**
 * What a job says under {@code command}.
 *
 * @param arguments the program's absolute path and its arguments, with places for parameters
 * @param environment added to the environment that every command gets
 * @param content what is kept for download
 * @param rows whether the program works on a range of rows
 */
record CommandSettings(
        List<String> arguments, Map<String, String> environment, Optional<ContentSource> content, boolean rows) {

    /** The name of the runner and of its settings. */
    static final String KIND = "command";

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Settings with everything that is wrong with them; usable when nothing is. */
    record Reading(CommandSettings settings, List<Problem> problems) {}

    static Reading read(Map<String, Object> tree, AllowedPrograms allowed) {
        List<Problem> problems = new ArrayList<>();
        SettingsReader reader = new SettingsReader(KIND, tree, problems);
        reader.refuseOthersThan(List.of("argv", "environment", "content", "rows"));
        CommandSettings settings = new CommandSettings(
                arguments(reader, allowed),
                environment(reader),
                reader.map("content").map(ContentSource::read),
                reader.flag("rows"));
        return new Reading(settings, List.copyOf(problems));
    }

    private static List<String> arguments(SettingsReader reader, AllowedPrograms allowed) {
        List<String> arguments = reader.texts("argv");
        if (arguments.isEmpty()) {
            return arguments;
        }
        String program = arguments.getFirst();
        if (ArgumentTemplate.hasPlaces(program)) {
            reader.problem("argv[0]", "must not depend on a parameter");
        } else if (!program.startsWith("/")) {
            reader.problem(
                    "argv[0]", "must be an absolute path (a relative one only in a file, to which it is relative)");
        } else if (!allowed.allows(program)) {
            reader.problem("argv[0]", "is not among the programs that this server may run");
        }
        return arguments;
    }

    private static Map<String, String> environment(SettingsReader reader) {
        Map<String, String> environment = reader.textMap("environment");
        environment.keySet().forEach(name -> {
            if (!VARIABLE.matcher(name).matches()) {
                reader.problem("environment." + name, "is not a variable name: letters, digits and underscores");
            } else if (name.startsWith("JOB_")) {
                reader.problem("environment." + name, "begins with JOB_, which is the platform's own");
            }
        });
        return environment;
    }
}
