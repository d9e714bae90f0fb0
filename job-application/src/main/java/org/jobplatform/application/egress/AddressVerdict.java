package org.jobplatform.application.egress;

/** What is said about connecting to one address and port. */
public sealed interface AddressVerdict {

    /** A connection may be made. */
    record Permitted() implements AddressVerdict {}

    /**
     * No connection may be made.
     *
     * @param reason what the address is, with its article, as in "a private address"; does not repeat the address
     */
    record Refused(String reason) implements AddressVerdict {}
}
