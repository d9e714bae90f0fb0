package org.jobplatform.application.execution;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jobplatform.application.port.StorageUnavailable;

/**
 * The stores as one node reaches them, over a connection that a test breaks. Counts the calls, from 0; each can be lost
 * before the store has made the change, or after.
 */
public final class Outages {
    /** What happens to one call. */
    public enum Fault {
        /** Nothing. */
        NONE,
        /** The store never hears of it. */
        BEFORE,
        /** The store makes the change, and the answer is lost. */
        AFTER
    }

    private final List<String> calls = new ArrayList<>();
    private final Map<String, Runnable> afterwards = new HashMap<>();
    private BiFunction<Integer, String, Fault> plan = (number, call) -> Fault.NONE;

    /** From now on this decides what happens to each call, by its number and its name such as {@code RunStore.add}. */
    public synchronized void plan(BiFunction<Integer, String, Fault> next) {
        plan = next;
    }

    /** From now on no call reaches the store. */
    public void begin() {
        plan((number, call) -> Fault.BEFORE);
    }

    /** From now on every call reaches the store. */
    public void end() {
        plan((number, call) -> Fault.NONE);
    }

    /** From now on the next calls of this name meet the fault, so many of them. */
    public void hit(String name, Fault fault, int times) {
        int[] left = {times};
        plan((number, call) -> call.equals(name) && left[0]-- > 0 ? fault : Fault.NONE);
    }

    /** Once the store has made the next call of this name, this is done before its caller goes on. */
    public synchronized void afterwards(String name, Runnable action) {
        afterwards.put(name, action);
    }

    private synchronized Runnable takeAfterwards(String name) {
        Runnable action = afterwards.remove(name);
        return action == null ? () -> {} : action;
    }

    /** The names of the calls so far, those that were lost too. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    /** The store, reached over this connection. */
    public <T> T reach(Class<T> port, T store) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> call(port.getSimpleName(), store, method, arguments)));
    }

    private Object call(String port, Object store, Method method, Object[] arguments) throws Throwable {
        String name = port + "." + method.getName();
        Fault fault = next(name);
        if (fault == Fault.BEFORE) {
            throw new StorageUnavailable(name, new IllegalStateException("lost on its way to the store"));
        }
        Object answer;
        try {
            answer = method.invoke(store, arguments);
        } catch (InvocationTargetException refused) {
            throw refused.getCause();
        }
        takeAfterwards(name).run();
        if (fault == Fault.AFTER) {
            throw new StorageUnavailable(name, new IllegalStateException("lost on its way back"));
        }
        return answer;
    }

    private synchronized Fault next(String name) {
        calls.add(name);
        return plan.apply(calls.size() - 1, name);
    }
}
