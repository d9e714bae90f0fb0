package org.jobplatform.rest.starfish;

/** A token was asked for by something else than a name and a password. */
final class UnsupportedGrant extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnsupportedGrant() {
        super("The grant_type must be password.");
    }
}
