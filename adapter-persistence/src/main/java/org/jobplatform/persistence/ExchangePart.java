package org.jobplatform.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** One statement of an {@link Exchange}. */
interface ExchangePart {
    /** The statement; it returns rows. */
    String sql();

    /** Fills in its parameters, from this one on, and says which is the next. */
    int bind(PreparedStatement statement, int first) throws SQLException;

    /** Takes what it has returned; to be acted on only when the exchange is over. */
    void read(ResultSet rows) throws SQLException;
}
