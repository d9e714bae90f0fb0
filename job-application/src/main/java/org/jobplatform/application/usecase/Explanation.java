package org.jobplatform.application.usecase;

import java.util.List;

/**
 * Why a run is as it is, for people.
 *
 * @param summary one sentence
 * @param reasons further ones, the most important first; none when there is nothing to explain
 */
public record Explanation(String summary, List<String> reasons) {
    /** Copies the list. */
    public Explanation {
        reasons = List.copyOf(reasons);
    }
}
