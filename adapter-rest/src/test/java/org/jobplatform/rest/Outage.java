package org.jobplatform.rest;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.jobplatform.application.port.StorageUnavailable;

/** A switch that makes stores unavailable. */
final class Outage {
    private volatile boolean begun;

    void begin() {
        begun = true;
    }

    /** The store, which fails while the outage lasts. */
    <T> T over(Class<T> port, T store) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, values) -> {
                    if (begun) {
                        throw new StorageUnavailable(method.getName(), new IOException("the database is gone"));
                    }
                    try {
                        method.setAccessible(true);
                        return method.invoke(store, values);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
