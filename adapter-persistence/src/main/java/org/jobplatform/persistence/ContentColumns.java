package org.jobplatform.persistence;

import jakarta.persistence.Embeddable;
import org.jobplatform.domain.run.ContentDescription;

/** What a run left for download; all null while it left nothing. */
@Embeddable
record ContentColumns(String contentType, String contentName, Long contentSize, String contentSha256) {

    static ContentColumns from(ContentDescription content) {
        return new ContentColumns(content.mediaType(), content.fileName(), content.size(), content.sha256());
    }

    ContentDescription toDescription() {
        return new ContentDescription(contentType, contentName, contentSize, contentSha256);
    }
}
