package org.jobplatform.rest.nexus;

import jakarta.ws.rs.container.PreMatching;
import org.jobplatform.rest.http.NoSlashAtTheEnd;

/** No address of the dialect ends with a slash. */
@PreMatching
final class SlashFilter extends NoSlashAtTheEnd {
    SlashFilter() {
        super(Addresses.PREFIXES);
    }
}
