package org.jobplatform.domain.job;

/** What a run remembers of its job: the names under which it was started, even when the job is renamed or deleted. */
public record JobReference(JobId id, FederatedId federatedId, ProjectPath project, JobName name, JobType type) {}
