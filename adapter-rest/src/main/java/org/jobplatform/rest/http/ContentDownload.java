package org.jobplatform.rest.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jobplatform.domain.run.ContentDescription;
import org.jspecify.annotations.Nullable;

/**
 * What a run left, as a download that no browser shows as a page of this server: under its own media type, which is not
 * guessed otherwise, and in a sandbox.
 *
 * @param source gives the bytes
 * @param disposition the header of that name
 */
public record ContentDownload(ContentDescription content, Download.Source source, String disposition) {
    /** All of it, the part of the {@code Range} header, or nothing when the client has it already. */
    public Response answer(ContainerRequestContext request) {
        EntityTag tag = new EntityTag(content.sha256());
        Response.ResponseBuilder known = request.getRequest().evaluatePreconditions(tag);
        if (known != null) {
            return known.build();
        }
        return new Download(source, 0, content.size())
                .answer(range(request, tag))
                .type(content.mediaType())
                .tag(tag)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .header("Content-Security-Policy", "sandbox")
                .build();
    }

    private static @Nullable String range(ContainerRequestContext request, EntityTag tag) {
        String condition = request.getHeaderString("If-Range");
        boolean holds = condition == null || condition.equals("\"" + tag.getValue() + "\"");
        return holds ? request.getHeaderString("Range") : null;
    }
}
