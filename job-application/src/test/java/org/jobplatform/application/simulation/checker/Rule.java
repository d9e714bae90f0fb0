package org.jobplatform.application.simulation.checker;

import java.util.List;

/** Something that holds in every history. */
public interface Rule {
    /** Its short name, such as {@code C1}. */
    String id();

    /** Each way in which the history breaks it; none when it holds. */
    List<String> broken(ClusterHistory history);
}
