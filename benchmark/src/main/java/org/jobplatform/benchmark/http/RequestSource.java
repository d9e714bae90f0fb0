package org.jobplatform.benchmark.http;

/** Makes or repeats requests. */
@FunctionalInterface
public interface RequestSource {
    /** The bytes of the next one; not changed afterwards. */
    byte[] next();
}
