package org.jobplatform.rest.nativeapi;

import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.RunId;

/** Addresses within this API, as absolute paths: ids need no escapes. */
final class Links {
    private Links() {}

    static String job(JobId id) {
        return NativeApi.PREFIX + "/jobs/" + id;
    }

    static String run(RunId id) {
        return NativeApi.PREFIX + "/runs/" + id;
    }
}
