package org.jobplatform.application.canary;

import org.apache.hc.client5.http.config.RequestConfig;

/** A canary: breaks a rule of the architecture on purpose. */
public final class SeesTheHttpClient {
    RequestConfig configuration() {
        return RequestConfig.DEFAULT;
    }
}
