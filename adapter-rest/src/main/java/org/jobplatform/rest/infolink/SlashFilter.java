package org.jobplatform.rest.infolink;

import jakarta.ws.rs.container.PreMatching;
import java.util.List;
import org.jobplatform.rest.http.NoSlashAtTheEnd;

/** No address of the dialect ends with a slash. */
@PreMatching
final class SlashFilter extends NoSlashAtTheEnd {
    SlashFilter() {
        super(List.of(Addresses.API));
    }
}
