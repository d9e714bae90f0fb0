package org.jobplatform.rest.informatica;

/** The one organization of a self-hosted platform: clients want to be told of one. */
final class Organization {
    static final String ID = "000001";
    static final String UUID = "jobPlatformOrg00000001";
    static final String NAME = "Job Platform";

    private Organization() {}
}
