package org.jobplatform.domain.run;

import java.time.Instant;

/**
 * Who took a run for an attempt, and when. Kept when the attempt is over, unlike the {@link Owner}.
 *
 * @param node the node's lasting name
 */
public record Claim(String node, Instant at) {}
