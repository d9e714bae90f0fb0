package org.jobplatform.persistence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table that is written many rows at a time.
 *
 * @param name in the table
 * @param value what a row has in it
 * @param <R> a row
 */
record Column<R>(String name, Type type, Function<R, ? extends @Nullable Object> value) {
    /** What a column holds. */
    enum Type {
        /** {@code String}. */
        TEXT("text"),
        /** {@code Integer}. */
        INTEGER("int4"),
        /** {@code Long}. */
        LONG("int8"),
        /** {@code Instant}; travels as microseconds since 1970, which cost less than a text to make and to read. */
        TIME("int8");

        private final String element;

        Type(String element) {
            this.element = element;
        }

        /** Of the very class that the driver sends in its binary form. */
        private @Nullable Object[] array(int length) {
            return switch (this) {
                case TEXT -> new String[length];
                case INTEGER -> new Integer[length];
                case LONG, TIME -> new Long[length];
            };
        }
    }

    static <R> Column<R> text(String name, Function<R, @Nullable String> value) {
        return new Column<>(name, Type.TEXT, value);
    }

    static <R> Column<R> integer(String name, Function<R, @Nullable Integer> value) {
        return new Column<>(name, Type.INTEGER, value);
    }

    static <R> Column<R> number(String name, Function<R, @Nullable Long> value) {
        return new Column<>(name, Type.LONG, value);
    }

    static <R> Column<R> time(String name, Function<R, @Nullable Instant> value) {
        return new Column<>(name, Type.TIME, value);
    }

    /** The same column of what has such a row. */
    <T> Column<T> of(Function<T, R> row) {
        return new Column<>(name, type, (T holder) -> value.apply(row.apply(holder)));
    }

    /** In PostgreSQL, the parameter for the values of many rows. */
    String arrayParameter() {
        return "?::" + type.element + "[]";
    }

    /** In PostgreSQL, the value of a row out of such a parameter, by what the rows are called. */
    String fromArray(String rows) {
        String travelling = rows + "." + name;
        return type == Type.TIME ? "timestamptz 'epoch' + " + travelling + " * interval '1 microsecond'" : travelling;
    }

    /** In PostgreSQL, the values of these rows. */
    Array array(Connection connection, List<R> rows) throws SQLException {
        @Nullable Object[] values = type.array(rows.size());
        for (int row = 0; row < values.length; row++) {
            Object exact = value.apply(rows.get(row));
            values[row] =
                    exact instanceof Instant time ? (Object) ChronoUnit.MICROS.between(Instant.EPOCH, time) : exact;
        }
        return connection.createArrayOf(type.element, values);
    }

    /** In any database, the values of one row. */
    static <R> void setAll(List<Column<R>> columns, PreparedStatement statement, R row) throws SQLException {
        int parameter = 1;
        for (Column<R> column : columns) {
            statement.setObject(parameter++, column.value.apply(row));
        }
    }
}
