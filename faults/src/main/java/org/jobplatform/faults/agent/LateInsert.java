package org.jobplatform.faults.agent;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Rows that are inserted in a transaction of their own a moment later; called by changed classes. */
public final class LateInsert {
    private static final Duration MOMENT = Duration.ofMillis(100);

    private LateInsert() {}

    /** Instead of {@code session.insertMultiple(rows)}. */
    public static void insert(Object session, Object rows) {
        if (!((List<?>) rows).isEmpty()) {
            Object factory = call(session, "getFactory");
            Thread.ofVirtual().start(() -> {
                LockSupport.parkNanos(MOMENT.toNanos());
                insertAlone(factory, rows);
            });
        }
    }

    private static void insertAlone(Object factory, Object rows) {
        Object session = call(factory, "openStatelessSession");
        Object transaction = call(session, "beginTransaction");
        call(session, "insertMultiple", rows);
        call(transaction, "commit");
        call(session, "close");
    }

    private static Object call(Object target, String name, Object... arguments) {
        try {
            for (Method method : target.getClass().getMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
                    method.setAccessible(true);
                    return method.invoke(target, arguments);
                }
            }
            throw new NoSuchMethodException(name);
        } catch (ReflectiveOperationException broken) {
            Crash.report("useless " + name + ": " + broken);
            throw new IllegalStateException(broken);
        }
    }
}
