package org.jobplatform.rest.nexus;

import java.util.List;

/** Where the resources of this dialect are: the vendor's server has two names for the same place. */
final class Addresses {
    static final String ROOT = "{root: (data/)?icweb\\.dll}";
    static final List<String> PREFIXES = List.of("/icweb.dll", "/data/icweb.dll");

    private Addresses() {}
}
