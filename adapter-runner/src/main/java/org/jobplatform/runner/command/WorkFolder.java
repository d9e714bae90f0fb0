package org.jobplatform.runner.command;

import java.nio.file.Path;

/**
 * The folder of one attempt, deleted when closed.
 *
 * @param root holds everything of the attempt
 * @param work where the command works
 */
record WorkFolder(Path root, Path work) implements AutoCloseable {

    /** Where standard output is kept while it is content, out of the command's way. */
    Path output() {
        return root.resolve("output");
    }

    @Override
    public void close() {
        WorkFolders.delete(root);
    }
}
