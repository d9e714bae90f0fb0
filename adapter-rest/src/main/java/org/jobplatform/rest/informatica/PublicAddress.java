package org.jobplatform.rest.informatica;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;

/** Where clients are told to send their requests after a login. */
final class PublicAddress {
    private final Optional<URI> configured;

    /** @param configured is told to everybody; without it each client is told the host it has asked */
    PublicAddress(Optional<URI> configured) {
        this.configured = configured;
    }

    /** The address that the vendor calls {@code serverUrl}. */
    String serverUrl(UriInfo uri, HttpHeaders headers) {
        return configured.map(URI::toString).map(PublicAddress::withoutSlash).orElseGet(() -> asked(uri, headers))
                + "/saas";
    }

    private static String asked(UriInfo uri, HttpHeaders headers) {
        String host = headers.getHeaderString(HttpHeaders.HOST);
        // Only HTTP/1.0 comes without a host; then it is the name of the address that was connected to.
        String authority = host == null || host.isBlank() ? uri.getBaseUri().getAuthority() : host;
        return uri.getBaseUri().getScheme() + "://" + authority;
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
