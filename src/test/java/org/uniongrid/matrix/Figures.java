package org.uniongrid.matrix;

import java.lang.reflect.Method;
import java.util.Map;

/** Reads a number out of a model, through records: {@code whole.below.units}. */
final class Figures {

    private Figures() {}

    static long read(Map<String, ?> model, String path) {
        var steps = path.split("\\.", -1);
        Object at = model.get(steps[0]);
        for (int i = 1; i < steps.length && at != null; i++) at = step(at, steps[i]);
        return at instanceof Number number ? number.longValue() : -1;
    }

    private static @org.jspecify.annotations.Nullable Object step(Object from, String name) {
        try {
            Method method = from.getClass().getMethod(name);
            method.setAccessible(true);
            return method.invoke(from);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no figure " + name + " in " + from.getClass(), e);
        }
    }
}
