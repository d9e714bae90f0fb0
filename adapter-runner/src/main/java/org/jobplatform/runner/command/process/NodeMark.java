package org.jobplatform.runner.command.process;

import java.util.regex.Pattern;

/**
 * What the processes of one incarnation of one node have in common: the beginning of their {@link RunMark}.
 *
 * <p>A mark reads {@code <node>/<boot>:<run>:<attempt>}. Node, boot and run are made of letters, digits, dot, underscore
 * and hyphen, so that "this incarnation" is the prefix {@code <node>/<boot>:} and "another incarnation of this node" is
 * the prefix {@code <node>/} without it.
 *
 * @param node the node, the same over restarts of its server and used by one server at a time
 * @param boot the incarnation, new at every start of the server
 */
public record NodeMark(String node, String boot) {

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9._-]+");

    /** Refuses an empty part and one with other characters by {@link IllegalArgumentException}. */
    public NodeMark {
        requirePart(node);
        requirePart(boot);
    }

    static void requirePart(String part) {
        if (!PART.matcher(part).matches()) {
            throw new IllegalArgumentException("not a part of a run mark: '" + part + "'");
        }
    }

    String prefix() {
        return node + "/" + boot + ":";
    }

    boolean marks(String mark) {
        return mark.startsWith(prefix());
    }

    boolean marksAnotherIncarnation(String mark) {
        return mark.startsWith(node + "/") && !marks(mark);
    }
}
