package org.jobplatform.bootstrap;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * SIGTERM and SIGINT as an event. Shutdown hooks would not do: they run at once and together, and the embedded PostgreSQL has
 * one of its own, which would take the database away from nodes that drain. The JDK has no supported interface for this, and
 * the compiler refuses the one it has, so that it is found by its name.
 */
final class TerminationSignals {
    private TerminationSignals() {}

    /** From now on these signals do this, instead of ending the process. */
    static void await(Runnable ended) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler calls = (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                    ended.run();
                }
                return null;
            };
            Object listener = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, calls);
            for (String name : new String[] {"TERM", "INT"}) {
                signal.getMethod("handle", signal, handler)
                        .invoke(null, signal.getConstructor(String.class).newInstance(name), listener);
            }
        } catch (ReflectiveOperationException missing) {
            throw new StartFailure("this Java cannot be told to end in order", missing);
        }
    }
}
