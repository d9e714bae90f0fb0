package org.jobplatform.rest.nativeapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jobplatform.domain.access.Grants;
import org.jobplatform.domain.job.ProjectPath;
import org.jspecify.annotations.Nullable;

/**
 * A grant as it is answered.
 *
 * @param project everywhere when absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GrantResponse(@Nullable String project, String role) {
    static List<GrantResponse> all(Grants grants) {
        return grants.all().stream()
                .map(grant -> new GrantResponse(
                        grant.project().map(ProjectPath::value).orElse(null), ValueText.lower(grant.role())))
                .toList();
    }
}
