package org.jobplatform.rest.starfish;

import java.util.List;
import org.jobplatform.rest.http.StatedContentType;

/** The webhook takes every body. */
final class ContentTypeFilter extends StatedContentType {
    ContentTypeFilter() {
        super(List.of(Addresses.V1_PREFIX + "/", Addresses.TOKEN_PREFIX));
    }
}
