package org.jobplatform.application.usecase;

import java.util.Optional;
import org.jobplatform.domain.job.FederatedId;
import org.jobplatform.domain.job.JobDefinition;
import org.jobplatform.domain.job.JobId;

/**
 * A job as somebody wrote it.
 *
 * @param id made when absent, or that of the job of this project and name
 * @param federatedId made when absent; a job keeps the one it has
 */
public record JobDraft(Optional<JobId> id, Optional<FederatedId> federatedId, JobDefinition definition) {}
