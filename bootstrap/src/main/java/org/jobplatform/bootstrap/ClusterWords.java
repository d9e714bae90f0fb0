package org.jobplatform.bootstrap;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a user of a new cluster is told: where the credentials are, and what to try. */
record ClusterWords(Path folder, List<ClusterNode> nodes) {
    void say(PrintStream out) {
        out.println();
        nodes.stream()
                .map(node -> node.data().resolve("admin.credentials"))
                .filter(Files::exists)
                .findFirst()
                .ifPresentOrElse(
                        file -> out.println("The user admin, on every node: " + file),
                        () -> out.println("The database has its users already."));
        out.println("""
                To try: start a run of a job that says "onLost: retry" on one node and look at it on another;
                kill -9 the node that carries it out, and see another begin the next attempt (within 25 s at the
                default lease); start the node again with the command that is printed then.
                Everything is in %s. Ctrl-C ends all of it.""".formatted(folder));
    }
}
