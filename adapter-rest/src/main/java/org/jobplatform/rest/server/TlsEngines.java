package org.jobplatform.rest.server;

import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.glassfish.grizzly.ssl.SSLEngineConfigurator;

/** Makes the TLS side of each connection from the keys that are in force when it begins; none older than TLS 1.2. */
final class TlsEngines extends SSLEngineConfigurator {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final Supplier<SSLContext> contexts;

    TlsEngines(Supplier<SSLContext> contexts) {
        super(contexts.get(), false, false, false);
        this.contexts = contexts;
    }

    @Override
    public SSLEngine createSSLEngine() {
        SSLEngine engine = contexts.get().createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(PROTOCOLS);
        return engine;
    }

    @Override
    public SSLEngine createSSLEngine(String peerHost, int peerPort) {
        return createSSLEngine();
    }

    @Override
    public SSLEngineConfigurator copy() {
        return new TlsEngines(contexts);
    }
}
