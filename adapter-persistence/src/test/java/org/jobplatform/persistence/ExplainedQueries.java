package org.jobplatform.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Connections that are made as a server makes them, and keep the plan of every statement before it is executed: of the very text
 * and the very values that a store sends. What reads is explained by being carried out, so that the plan says what was touched.
 */
final class ExplainedQueries implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** How many entries of an index or rows of a table H2 came by. */
    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    private final TestDatabase which;
    private final HikariDataSource pool;
    private final List<Explained> explained = new ArrayList<>();

    ExplainedQueries(TestDatabase which) {
        this.which = which;
        this.pool = ConnectionPool.open(which.settings());
    }

    /**
     * A statement with its plan.
     *
     * @param plan PostgreSQL's; of H2's only {@code scanned} is told
     */
    record Explained(String sql, JsonNode plan) {}

    /** Everything since it was last asked for. */
    List<Explained> take() {
        List<Explained> taken = List.copyOf(explained);
        explained.clear();
        return taken;
    }

    @Override
    public void close() {
        pool.close();
    }

    /** Where the connections come from. */
    DataSource source() {
        return proxy(DataSource.class, (self, method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                return connection(pool.getConnection());
            }
            return switch (method.getName()) {
                case "isWrapperFor", "equals" -> false;
                case "hashCode" -> System.identityHashCode(self);
                default -> throw new UnsupportedOperationException(method.getName());
            };
        });
    }

    private Connection connection(Connection real) {
        return proxy(Connection.class, (self, method, arguments) -> {
            Object result = invoke(real, method, arguments);
            return result instanceof PreparedStatement statement
                    ? statement(real, statement, (String) arguments[0])
                    : result;
        });
    }

    private PreparedStatement statement(Connection connection, PreparedStatement real, String sql) {
        List<Value> values = new ArrayList<>();
        return proxy(PreparedStatement.class, (self, method, arguments) -> {
            String name = method.getName();
            if (name.startsWith("set")
                    && arguments != null
                    && arguments[0] instanceof Integer
                    && arguments.length > 1) {
                values.add(new Value(method, Arrays.asList(arguments)));
            } else if (name.startsWith("execute") || name.equals("addBatch")) {
                if (!name.equals("executeBatch")) {
                    explained.add(new Explained(sql, explain(connection, sql, values)));
                }
            }
            return invoke(real, method, arguments);
        });
    }

    private JsonNode explain(Connection connection, String sql, List<Value> values)
            throws SQLException, ReflectiveOperationException, JsonProcessingException {
        boolean reads = sql.stripLeading().toLowerCase(Locale.ROOT).matches("(?s)(select|with).*");
        String explain = switch (which) {
                    case POSTGRES -> "explain (" + (reads ? "analyze, buffers, timing off, " : "") + "format json) ";
                    case H2 -> "explain " + (reads ? "analyze " : "");
                }
                + sql;
        try (PreparedStatement statement = connection.prepareStatement(explain)) {
            for (Value value : values) {
                value.method.invoke(statement, value.arguments.toArray());
            }
            try (ResultSet plan = statement.executeQuery()) {
                plan.next();
                return switch (which) {
                    case POSTGRES -> JSON.readTree(plan.getString(1)).get(0).get("Plan");
                    case H2 -> JSON.createObjectNode().put("scanned", scanned(plan.getString(1)));
                };
            }
        }
    }

    private static long scanned(String plan) {
        return SCANNED.matcher(plan)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private record Value(Method method, List<Object> arguments) {}
}
