package org.jobplatform.bootstrap.settings;

import java.util.OptionalInt;

/**
 * How much a server takes at once or in a second; any number where empty.
 *
 * @param starts per user and second
 * @param stops per user and second
 * @param waits answers that are held at once until runs end
 * @param unfinished runs of a project that have not ended
 * @param requests per client address and second
 * @param connections open at once
 * @param connectionsOfSource open at once from one address
 */
public record LimitSettings(
        OptionalInt starts,
        OptionalInt stops,
        int waits,
        OptionalInt unfinished,
        OptionalInt requests,
        int connections,
        int connectionsOfSource) {}
