package org.jobplatform.rest.informatica;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of version 3.
 *
 * @param id for a task what a start calls its {@code taskFederatedId}
 * @param tags none, as the platform has none; absent in a lookup
 * @param customAttributes likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ObjectResponse(
        String id,
        String path,
        String type,
        String description,
        String updatedBy,
        String updateTime,
        @Nullable List<String> tags,
        @Nullable Map<String, String> customAttributes) {

    /** As a lookup answers. */
    static ObjectResponse found(Asset asset) {
        return from(asset, null, null);
    }

    /** As it stands in a list. */
    static ObjectResponse listed(Asset asset) {
        return from(asset, List.of(), Map.of());
    }

    private static ObjectResponse from(
            Asset asset, @Nullable List<String> tags, @Nullable Map<String, String> attributes) {
        return new ObjectResponse(
                asset.id(),
                asset.path(),
                asset.type(),
                asset.description(),
                asset.updated().by(),
                WholeSeconds.format(asset.updated().at()),
                tags,
                attributes);
    }
}
