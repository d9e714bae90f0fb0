package org.jobplatform.bootstrap.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** Gathers the raw values of settings: flags before environment before file. Notes every key that is none. */
final class SettingSources {
    /** Variables with the prefix of settings that belong to the launcher and the command line. */
    private static final Set<String> NOT_SETTINGS = Set.of(
            "JOB_PLATFORM_URL",
            "JOB_PLATFORM_KEY",
            "JOB_PLATFORM_PROFILE",
            "JOB_PLATFORM_JAVA_OPTIONS",
            "JOB_PLATFORM_DISTRIBUTION");

    private final Map<SettingKey, String> values = new EnumMap<>(SettingKey.class);
    private final List<String> problems = new ArrayList<>();

    SettingSources(Map<SettingKey, String> flags, Map<String, String> environment, Optional<Path> file) {
        file.ifPresent(this::readFile);
        readEnvironment(environment);
        values.putAll(flags);
    }

    /** The value that counts; empty when it is absent or blank and has no default. */
    Optional<String> value(SettingKey key) {
        String value = values.getOrDefault(key, key.defaultValue()).strip();
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    List<String> problems() {
        return problems;
    }

    private void readFile(Path file) {
        Properties properties = new Properties();
        try (Reader text = new StringReader(Files.readString(file))) {
            properties.load(text);
        } catch (NoSuchFileException missing) {
            problems.add("the settings file " + file + " does not exist");
        } catch (IOException | IllegalArgumentException unreadable) {
            problems.add("the settings file " + file + " cannot be read as key = value lines in UTF-8");
        }
        new TreeMap<>(properties)
                .forEach((key, value) -> SettingKey.ofKey(key.toString())
                        .ifPresentOrElse(
                                setting -> values.put(setting, value.toString()),
                                () -> problems.add(unknown(key.toString()))));
    }

    private void readEnvironment(Map<String, String> environment) {
        new TreeMap<>(environment).forEach((variable, value) -> {
            if (variable.startsWith(SettingKey.ENVIRONMENT_PREFIX) && !NOT_SETTINGS.contains(variable)) {
                SettingKey.ofVariable(variable)
                        .ifPresentOrElse(
                                setting -> values.put(setting, value), () -> problems.add(unknownVariable(variable)));
            }
        });
    }

    private static String unknown(String key) {
        return key + ": there is no such setting; the nearest is " + SettingKey.nearestTo(key);
    }

    private static String unknownVariable(String variable) {
        SettingKey nearest = SettingKey.nearestTo(variable.substring(SettingKey.ENVIRONMENT_PREFIX.length()));
        return variable + ": there is no such setting; the nearest is " + nearest.variable();
    }
}
