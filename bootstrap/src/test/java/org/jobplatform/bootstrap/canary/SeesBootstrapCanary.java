package org.jobplatform.bootstrap.canary;

/** What a canary of another ring looks at. */
public final class SeesBootstrapCanary {}
