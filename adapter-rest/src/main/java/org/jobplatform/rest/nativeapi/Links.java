package org.jobplatform.rest.nativeapi;

import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.RunId;

/** Addresses within this API, as absolute paths: ids need no escapes. */
final class Links {
    private Links() {}

    static String job(JobId id) {
        return NativeApi.PREFIX + "/jobs/" + id;
    }

    /** Of the characters of names, only this one means something else in addresses. */
    static String user(String name) {
        return NativeApi.PREFIX + "/users/" + name.replace("+", "%2B");
    }

    static String run(RunId id) {
        return NativeApi.PREFIX + "/runs/" + id;
    }
}
