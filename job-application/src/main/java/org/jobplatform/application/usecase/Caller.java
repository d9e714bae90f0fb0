package org.jobplatform.application.usecase;

import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.run.Dialect;

/**
 * Who asks for something, how and from where.
 *
 * @param who asks
 * @param source the network address, or empty
 */
public record Caller(Dialect dialect, Principal who, String source) {
    /** The user's name. */
    public String name() {
        return who.name();
    }
}
