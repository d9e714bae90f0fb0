package org.jobplatform.faults.judge;

import java.util.List;

/**
 * What a history shows.
 *
 * @param acknowledged starts that the platform answers for
 * @param lost of these, what is not there or did not end
 * @param doubled starts with two runs, attempts that were made twice, runs that came out in two ways
 * @param overlapping runs of which an attempt was at work after the next had begun
 * @param notCalledBack ended runs whose client was not told
 * @param complaints everything that is wrong, in words
 */
public record Verdict(
        int acknowledged, int lost, int doubled, int overlapping, int notCalledBack, List<String> complaints) {
    /** Copies the list. */
    public Verdict {
        complaints = List.copyOf(complaints);
    }
}
