package org.jobplatform.benchmark.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is measured.
 *
 * @param launcher the {@code job-platform} command of a checkout
 * @param distribution a folder with {@code lib/*.jar}
 */
public record Installation(Path launcher, Path distribution) {
    /** A command that serves with these settings, whatever the caller's own environment says. */
    ProcessBuilder serve(Map<String, String> settings) {
        ProcessBuilder builder = new ProcessBuilder(List.of(launcher.toString(), "serve"));
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("JOB_PLATFORM_") && !name.equals("JOB_PLATFORM_JAVA_OPTIONS"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JOB_PLATFORM_DISTRIBUTION", distribution.toString());
        builder.environment().putAll(settings);
        return builder;
    }
}
