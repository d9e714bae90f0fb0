package org.jobplatform.callback;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.apache.hc.core5.reactor.IOSession;
import org.jspecify.annotations.Nullable;

/**
 * Ends a connection over which too much arrives. The client reads a connection for as long as there is something to read, so that an
 * endless row of interim answers, which it shows to nobody, would keep its thread from all other receivers.
 */
final class BoundedSession implements InvocationHandler {

    /** Room for the longest body that is read, a head, and what TLS and chunks add. */
    static final int MOST_BYTES = 4 * AnswerConsumer.LONGEST_BODY;

    private final IOSession session;
    private int bytesRead;

    private BoundedSession(IOSession session) {
        this.session = session;
    }

    /** The session, with the bound. A proxy, since of its two dozen methods only one matters. */
    static IOSession around(IOSession session) {
        return (IOSession) Proxy.newProxyInstance(
                IOSession.class.getClassLoader(), new Class<?>[] {IOSession.class}, new BoundedSession(session));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        Object result = call(method, arguments);
        if (method.getName().equals("read") && result instanceof Integer count) {
            bytesRead += Math.max(0, count);
            if (bytesRead > MOST_BYTES) {
                throw new TooLongAnswer(MOST_BYTES);
            }
        }
        return result;
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(session, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getTargetException();
        }
    }
}
