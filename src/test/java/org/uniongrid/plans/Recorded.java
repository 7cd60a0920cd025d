package org.uniongrid.plans;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A statement as a page sent it, with its parameters. */
record Recorded(String sql, List<Object> parameters) {

    /** In the place of a parameter that was null. */
    static final Object NOTHING = new Object();

    /** The same connection, that writes down what is asked by it. */
    static Connection over(Connection connection, SequencedSet<Recorded> into) {
        return proxy(Connection.class, (method, arguments) -> {
            var answer = call(connection, method, arguments);
            return answer instanceof PreparedStatement prepared
                            && method.getName().equals("prepareStatement")
                    ? statement(prepared, (String) arguments[0], into)
                    : answer;
        });
    }

    private static PreparedStatement statement(PreparedStatement statement, String sql, SequencedSet<Recorded> into) {
        var parameters = new TreeMap<Integer, Object>();
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().equals("setNull")) parameters.put((Integer) arguments[0], NOTHING);
            else if (method.getName().startsWith("set") && arguments.length > 1)
                parameters.put((Integer) arguments[0], arguments[1]);
            else if (method.getName().startsWith("execute"))
                into.add(new Recorded(sql, List.copyOf(((Map<Integer, Object>) parameters).values())));
            return call(statement, method, arguments);
        });
    }

    private interface Handler {
        @Nullable
        Object handle(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                Recorded.class.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> handler.handle(method, arguments == null ? new Object[0] : arguments)));
    }

    private static @Nullable Object call(Object on, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
