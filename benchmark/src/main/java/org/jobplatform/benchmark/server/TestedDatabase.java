package org.jobplatform.benchmark.server;

import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** An empty database for one server. */
public interface TestedDatabase {
    /** Product and version. */
    String name();

    /** The variables that make a server use it. */
    Map<String, String> settings();

    /** A connection, while no server runs; its schema is there once one has run. */
    Connection connect() throws SQLException;

    /** Fills the history of runs. */
    History history();

    /** What it keeps, while a server listens at this address. */
    StoredRuns runs(InetSocketAddress server);
}
