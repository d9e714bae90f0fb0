package org.jobplatform.application.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.application.simulation.checker.Fault;

/** The way from one node to the stores, on which calls and answers are late or lost, and at each end of which it may die. */
final class Wire {
    private final SimulatedNode node;
    private final Weather weather;
    private final Chance chance;

    Wire(SimulatedNode node, Weather weather, Chance chance) {
        this.node = node;
        this.weather = weather;
        this.chance = chance;
    }

    /** The store at the other end. */
    <T> T reach(Class<T> port, T store) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> call(store, method, arguments)));
    }

    /** The store at the other end; its calls are made at once, since the node holds a lock while it makes them. */
    <T> T reachAtOnce(Class<T> port, T store) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    node.requireAlive();
                    requireReachable(method);
                    return made(store, method, arguments);
                }));
    }

    private Object call(Object store, Method method, Object[] arguments) throws Throwable {
        node.requireAlive();
        requireReachable(method);
        boolean stood = linger();
        if (weather.strikes(Fault.Kind.CALL_LOST)) {
            node.suffer(Fault.Kind.CALL_LOST, Duration.ZERO);
            throw unavailable(method);
        }
        requireReachable(method);
        Object answer = made(store, method, arguments);
        linger();
        if (weather.strikes(Fault.Kind.ANSWER_LOST) || (stood && chance.percent(50))) {
            node.suffer(Fault.Kind.ANSWER_LOST, Duration.ZERO);
            throw unavailable(method);
        }
        return answer;
    }

    private static Object made(Object store, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException refused) {
            throw refused.getCause();
        }
    }

    private void requireReachable(Method method) {
        if (node.isCutOff()) {
            throw unavailable(method);
        }
    }

    /** Whatever other threads and nodes do meanwhile. Says whether the node stood still, which connections rarely survive. */
    private boolean linger() {
        if (weather.strikes(Fault.Kind.CRASH)) {
            node.crash();
        }
        if (!node.mayPause()) {
            return false;
        }
        if (weather.strikes(Fault.Kind.LONG_FREEZE)) {
            node.freeze(chance.millis(10_000, 45_000));
        } else if (weather.strikes(Fault.Kind.SHORT_FREEZE)) {
            node.freeze(chance.millis(100, 9_500));
        }
        if (node.isFrozen()) {
            node.sleep(Duration.ZERO);
            return true;
        }
        if (weather.strikes(Fault.Kind.CALL_LATE)) {
            Duration late = chance.millis(100, 4_000);
            node.suffer(Fault.Kind.CALL_LATE, late);
            node.sleep(late);
        } else if (chance.percent(30)) {
            node.sleep(chance.millis(0, 20));
        }
        return false;
    }

    private static StorageUnavailable unavailable(Method method) {
        return new StorageUnavailable(method.getName(), new IllegalStateException("by chance"));
    }
}
