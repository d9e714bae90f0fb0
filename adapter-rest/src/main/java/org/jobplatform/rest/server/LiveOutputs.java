package org.jobplatform.rest.server;

import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import org.glassfish.jersey.message.internal.CommittingOutputStream;

/** Lets live outputs through: Jersey holds back the first 8 KiB of any other, flushed or not, to learn its length. */
final class LiveOutputs implements WriterInterceptor {
    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        if (context.getEntity() instanceof LiveOutput
                && context.getOutputStream() instanceof CommittingOutputStream held) {
            held.enableBuffering(0);
        }
        context.proceed();
    }
}
