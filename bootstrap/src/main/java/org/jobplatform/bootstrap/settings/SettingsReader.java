package org.jobplatform.bootstrap.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jobplatform.application.egress.AllowList;
import org.jobplatform.application.network.Cidr;
import org.jobplatform.domain.callback.DeliveryPolicy;
import org.jobplatform.domain.run.RetentionPolicy;

/** Turns raw values into checked settings, and collects everything wrong with them on the way. */
final class SettingsReader {
    private static final Pattern ADMIN_KEY = Pattern.compile("[A-Za-z0-9._-]{24,128}");
    private static final int SHORTEST_PASSWORD = 12;
    private static final String OFF = "off";

    private final SettingSources sources;
    private final List<String> problems;

    SettingsReader(SettingSources sources) {
        this.sources = sources;
        this.problems = new ArrayList<>(sources.problems());
    }

    ServerSettings read() {
        String host = sources.value(SettingKey.HTTP_HOST).orElseThrow();
        boolean insecure = oneOf(SettingKey.HTTP_INSECURE, Map.of("true", true, "false", false));
        Optional<TlsFiles> tls = tls();
        requireSafeBinding(
                host, insecure || sources.value(SettingKey.TLS_KEYSTORE).isPresent());
        Optional<String> url = sources.value(SettingKey.DATABASE_URL);
        url.filter(text -> !text.startsWith("jdbc:postgresql:") && !text.startsWith("jdbc:h2:"))
                .ifPresent(text -> wrong(SettingKey.DATABASE_URL, "must begin with jdbc:postgresql: or jdbc:h2:"));
        ServerSettings settings = new ServerSettings(
                host,
                number(SettingKey.HTTP_PORT, 0, 65_535),
                optional(SettingKey.HTTP_PUBLIC_URL, SettingsReader::publicUrl),
                Set.copyOf(list(SettingKey.HTTP_HOSTS)),
                proxies(),
                insecure,
                tls,
                limits(),
                optional(SettingKey.DATA_DIR, Path::of).orElse(Path.of("data")),
                optional(SettingKey.JOBS_DIR, Path::of),
                url,
                sources.value(SettingKey.DATABASE_USER),
                sources.value(SettingKey.DATABASE_PASSWORD),
                number(SettingKey.DATABASE_POOL, 2, 1_000),
                oneOf(SettingKey.DATABASE_DURABILITY, Map.of("process", false, "power", true)),
                number(SettingKey.NODE_WORKERS, 0, 10_000),
                duration(SettingKey.NODE_LEASE, Duration.ofSeconds(3), Duration.ofMinutes(10)),
                duration(SettingKey.NODE_DRAIN, Duration.ZERO, Duration.ofHours(24)),
                duration(SettingKey.STOP_CLEAN, Duration.ofSeconds(1), Duration.ofDays(365)),
                optional(SettingKey.ADMIN_PASSWORD, SettingsReader::password),
                optional(SettingKey.ADMIN_KEY, SettingsReader::adminKey),
                executables(),
                oneOf(SettingKey.CALLBACK_INFORMATICA_POLICY, policies()),
                allowList(),
                sources.value(SettingKey.CALLBACK_ALLOW),
                optional(SettingKey.SECRETS_KEY_FILE, Path::of),
                duration(SettingKey.REST_SYNC_WAIT, Duration.ofSeconds(1), Duration.ofHours(1)),
                retention());
        if (!problems.isEmpty()) {
            throw new BadSettings(problems);
        }
        return settings;
    }

    private void requireSafeBinding(String host, boolean accepted) {
        try {
            if (!InetAddress.getByName(host).isLoopbackAddress() && !accepted) {
                wrong(
                        SettingKey.HTTP_HOST,
                        host
                                + " can be reached from other machines and requests travel in clear text; set tls.keystore,"
                                + " or http.insecure=true to accept that, for instance behind a proxy with TLS");
            }
        } catch (UnknownHostException unknown) {
            wrong(SettingKey.HTTP_HOST, "is no address of this machine");
        }
    }

    private Optional<TlsFiles> tls() {
        Optional<Path> keystore = optional(SettingKey.TLS_KEYSTORE, Path::of);
        Optional<Path> passwordFile = optional(SettingKey.TLS_PASSWORD_FILE, Path::of);
        if (keystore.isPresent() && passwordFile.isEmpty()) {
            wrong(SettingKey.TLS_PASSWORD_FILE, "must name the file with the password of tls.keystore");
        }
        if (keystore.isEmpty() && passwordFile.isPresent()) {
            wrong(SettingKey.TLS_KEYSTORE, "must name the keystore that tls.password.file opens");
        }
        return keystore.flatMap(keys -> passwordFile.map(password -> new TlsFiles(keys, password)));
    }

    private List<Cidr> proxies() {
        List<Cidr> proxies = new ArrayList<>();
        for (String range : list(SettingKey.HTTP_PROXIES)) {
            try {
                proxies.add(Cidr.parse(range));
            } catch (IllegalArgumentException bad) {
                wrong(SettingKey.HTTP_PROXIES, range + ": " + bad.getMessage());
            }
        }
        return proxies;
    }

    private LimitSettings limits() {
        return new LimitSettings(
                numberOrOff(SettingKey.LIMITS_STARTS, 1_000_000),
                numberOrOff(SettingKey.LIMITS_STOPS, 1_000_000),
                number(SettingKey.LIMITS_WAITS, 1, 100_000),
                numberOrOff(SettingKey.LIMITS_UNFINISHED, 10_000_000),
                numberOrOff(SettingKey.LIMITS_REQUESTS, 1_000_000),
                number(SettingKey.LIMITS_CONNECTIONS, 1, 100_000),
                number(SettingKey.LIMITS_CONNECTIONS_SOURCE, 1, 100_000));
    }

    private OptionalInt numberOrOff(SettingKey key, int most) {
        if (sources.value(key).filter(OFF::equals).isPresent()) {
            return OptionalInt.empty();
        }
        return optional(key, text -> wholeNumber(text, 1, most, ", or " + OFF))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private static Map<String, DeliveryPolicy> policies() {
        Map<String, DeliveryPolicy> policies = new LinkedHashMap<>();
        policies.put("current", DeliveryPolicy.INFORMATICA_CURRENT);
        policies.put("classic", DeliveryPolicy.INFORMATICA_CLASSIC);
        return policies;
    }

    private Optional<RetentionPolicy> retention() {
        int keep = number(SettingKey.RETENTION_KEEP, 0, RetentionPolicy.MOST_KEPT);
        if (sources.value(SettingKey.RETENTION_RUNS).filter(OFF::equals).isPresent()) {
            return Optional.empty();
        }
        return optional(SettingKey.RETENTION_RUNS, text -> new RetentionPolicy(age(text), keep));
    }

    private static Duration age(String text) {
        try {
            Duration age = Duration.parse(text);
            if (age.compareTo(RetentionPolicy.SHORTEST) >= 0 && age.compareTo(RetentionPolicy.LONGEST) <= 0) {
                return age;
            }
        } catch (DateTimeParseException none) {
            throw new IllegalArgumentException("must be a duration such as P90D, or " + OFF, none);
        }
        throw new IllegalArgumentException("must be PT1M to P36500D, or " + OFF + " to keep runs for ever");
    }

    private List<Path> executables() {
        List<Path> executables =
                list(SettingKey.COMMAND_ALLOW).stream().map(Path::of).toList();
        executables.stream()
                .filter(path -> !path.isAbsolute())
                .forEach(path -> wrong(SettingKey.COMMAND_ALLOW, path + " must be an absolute path"));
        return executables;
    }

    private AllowList allowList() {
        return switch (AllowList.parse(list(SettingKey.CALLBACK_ALLOW))) {
            case AllowList.Parsed.Valid valid -> valid.list();
            case AllowList.Parsed.Invalid invalid -> {
                invalid.problems().forEach(problem -> wrong(SettingKey.CALLBACK_ALLOW, problem));
                yield AllowList.NONE;
            }
        };
    }

    private static URI publicUrl(String text) {
        URI url = URI.create(text);
        boolean usable = ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                && url.getHost() != null
                && (url.getPath().isEmpty() || url.getPath().equals("/"));
        if (!usable) {
            throw new IllegalArgumentException("must look like https://jobs.example.com, without a path");
        }
        return url;
    }

    private static String password(String text) {
        if (text.length() < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException("must have at least " + SHORTEST_PASSWORD + " characters");
        }
        return text;
    }

    private static String adminKey(String text) {
        if (!ADMIN_KEY.matcher(text).matches()) {
            throw new IllegalArgumentException("must be 24 to 128 characters out of A-Z a-z 0-9 . _ -");
        }
        return text;
    }

    private int number(SettingKey key, int least, int most) {
        return optional(key, text -> wholeNumber(text, least, most, "")).orElse(least);
    }

    private static int wholeNumber(String text, int least, int most, String otherwise) {
        int number;
        try {
            number = Integer.parseInt(text);
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException("must be a whole number" + otherwise, none);
        }
        if (number < least || number > most) {
            throw new IllegalArgumentException("must be " + least + " to " + most + otherwise);
        }
        return number;
    }

    private Duration duration(SettingKey key, Duration least, Duration most) {
        return optional(key, text -> {
                    Duration duration;
                    try {
                        duration = Duration.parse(text);
                    } catch (DateTimeParseException none) {
                        throw new IllegalArgumentException("must be a duration such as PT30S", none);
                    }
                    if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
                        throw new IllegalArgumentException("must be " + least + " to " + most);
                    }
                    return duration;
                })
                .orElse(least);
    }

    private <T> T oneOf(SettingKey key, Map<String, T> choices) {
        String text = sources.value(key).orElse(key.defaultValue());
        T chosen = choices.get(text);
        if (chosen == null) {
            wrong(
                    key,
                    "must be one of "
                            + String.join(
                                    ", ", choices.keySet().stream().sorted().toList()));
            return choices.values().iterator().next();
        }
        return chosen;
    }

    private List<String> list(SettingKey key) {
        return sources.value(key).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    private <T> Optional<T> optional(SettingKey key, Function<String, T> parse) {
        try {
            return sources.value(key).map(parse);
        } catch (IllegalArgumentException bad) {
            // The value itself is not repeated: it may be secret.
            wrong(key, bad.getMessage() == null ? "is malformed" : bad.getMessage());
            return Optional.empty();
        }
    }

    private void wrong(SettingKey key, String problem) {
        problems.add(key + ": " + problem);
    }
}
