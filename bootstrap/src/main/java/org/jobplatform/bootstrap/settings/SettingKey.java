package org.jobplatform.bootstrap.settings;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The settings of a server. Each may be given as a flag or in the environment or in the settings file, in this order. */
public enum SettingKey {
    HTTP_HOST("http.host", "127.0.0.1"),
    HTTP_PORT("http.port", "8080"),
    HTTP_PUBLIC_URL("http.public.url", ""),
    HTTP_HOSTS("http.hosts", ""),
    HTTP_PROXIES("http.proxies", ""),
    HTTP_INSECURE("http.insecure", "false"),
    TLS_KEYSTORE("tls.keystore", ""),
    TLS_PASSWORD_FILE("tls.password.file", ""),
    LIMITS_STARTS("limits.starts", "off"),
    LIMITS_STOPS("limits.stops", "off"),
    LIMITS_WAITS("limits.waits", "1000"),
    LIMITS_UNFINISHED("limits.unfinished", "off"),
    LIMITS_REQUESTS("limits.requests", "off"),
    LIMITS_CONNECTIONS("limits.connections", "10000"),
    LIMITS_CONNECTIONS_SOURCE("limits.connections.source", "100"),
    DATA_DIR("data.dir", "./data"),
    JOBS_DIR("jobs.dir", ""),
    DATABASE_URL("database.url", ""),
    DATABASE_USER("database.user", ""),
    DATABASE_PASSWORD("database.password", ""),
    DATABASE_POOL("database.pool", "16"),
    DATABASE_DURABILITY("database.durability", "process"),
    NODE_WORKERS("node.workers", "64"),
    NODE_LEASE("node.lease", "PT15S"),
    NODE_DRAIN("node.drain", "PT30S"),
    STOP_CLEAN("stop.clean", "PT1H"),
    ADMIN_PASSWORD("admin.password", ""),
    ADMIN_KEY("admin.key", ""),
    COMMAND_ALLOW("command.allow", ""),
    CALLBACK_INFORMATICA_POLICY("callback.informatica.policy", "current"),
    CALLBACK_ALLOW("callback.allow", ""),
    SECRETS_KEY_FILE("secrets.key.file", ""),
    REST_SYNC_WAIT("rest.sync.wait", "PT2M"),
    RETENTION_RUNS("retention.runs", "P90D"),
    RETENTION_KEEP("retention.keep", "20");

    /** How every environment variable of a setting begins. */
    public static final String ENVIRONMENT_PREFIX = "JOB_PLATFORM_";

    private final String key;
    private final String defaultValue;

    SettingKey(String key, String defaultValue) {
        this.key = key;
        this.defaultValue = defaultValue;
    }

    /** The key in a settings file, such as {@code http.port}. */
    public String key() {
        return key;
    }

    /** The environment variable, such as {@code JOB_PLATFORM_HTTP_PORT}. */
    public String variable() {
        return ENVIRONMENT_PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    /** The value when nobody gives one; empty stands for none. */
    public String defaultValue() {
        return defaultValue;
    }

    static Optional<SettingKey> ofKey(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }

    static Optional<SettingKey> ofVariable(String variable) {
        return Arrays.stream(values())
                .filter(setting -> setting.variable().equals(variable))
                .findFirst();
    }

    /** The setting whose key is most like this text. */
    static SettingKey nearestTo(String text) {
        String dotted = text.toLowerCase(Locale.ROOT).replace('_', '.');
        return Arrays.stream(values())
                .min(Comparator.comparingInt(setting -> EditDistance.between(setting.key, dotted)))
                .orElseThrow();
    }

    @Override
    public String toString() {
        return key;
    }
}
