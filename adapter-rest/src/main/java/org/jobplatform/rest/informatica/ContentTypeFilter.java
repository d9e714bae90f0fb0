package org.jobplatform.rest.informatica;

import org.jobplatform.rest.http.StatedContentType;

/** The logouts read no body. */
final class ContentTypeFilter extends StatedContentType {
    ContentTypeFilter() {
        super(Addresses.PREFIXES);
    }
}
