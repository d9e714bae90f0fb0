package org.jobplatform.application.egress;

/** Ends the parsing of a URL; never leaves this package, {@link OutboundUrl#parse} turns it into a {@link UrlVerdict.Refused}. */
final class UnusableUrl extends Exception {

    UnusableUrl(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
