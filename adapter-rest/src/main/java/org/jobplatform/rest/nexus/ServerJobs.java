package org.jobplatform.rest.nexus;

import java.util.List;

/** Several jobs, newest first. */
record ServerJobs(List<ServerJob> jobs) {}
