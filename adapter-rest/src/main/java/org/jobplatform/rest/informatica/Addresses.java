package org.jobplatform.rest.informatica;

import java.util.List;
import java.util.stream.Stream;

/** Where the dialect answers: each address in every spelling that clients of the vendor use. */
final class Addresses {
    /** Version 2, as the beginning of a resource's path. */
    static final String V2 = "{v2:(?:saas/)?api/v2}";

    /** The user resource of version 2, which the vendor's login host spells in a third way. */
    static final String V2_USER = "{v2:(?:saas/|ma/)?api/v2}/user";

    /** Version 3, as the beginning of a resource's path. */
    static final String V3 = "{v3:(?:saas/)?public/core/v3}";

    static final List<String> V2_PREFIXES = List.of("/api/v2", "/saas/api/v2", "/ma/api/v2");
    static final List<String> V3_PREFIXES = List.of("/public/core/v3", "/saas/public/core/v3");

    /** All of them. */
    static final List<String> PREFIXES =
            Stream.concat(V2_PREFIXES.stream(), V3_PREFIXES.stream()).toList();

    private Addresses() {}
}
