package io.ringside.gateway.nats;

import io.nats.client.Connection;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** A connection to a real server in which a test comes between: the order of things is in its hand. */
public final class Interposed {
    private Interposed() {}

    /** What happens before a call goes on to the server; what it throws, the caller gets. */
    public interface Before {
        void call(Object[] arguments) throws Exception;
    }

    /** The connection, and something before each call of the method with this name. */
    public static Connection before(Connection real, String method, Before before) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, called, arguments) -> {
                    Object[] given = arguments == null ? new Object[0] : arguments;
                    if (called.getName().equals(method)) {
                        before.call(given);
                    }
                    return invoke(() -> called.invoke(real, given));
                });
    }

    private interface Invocation {
        @Nullable
        Object invoke() throws IllegalAccessException, InvocationTargetException;
    }

    private static @Nullable Object invoke(Invocation invocation) throws Throwable {
        try {
            return invocation.invoke();
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
