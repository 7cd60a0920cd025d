package org.uniongrid.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.context.ApplicationContext;
import org.uniongrid.ModuleTest;
import org.uniongrid.foundation.Reach;

/** The proof on the house itself: a finder that forgot its reach and saw the whole cell would be noticed. */
@ModuleTest
@Tag("long")
class WidenedFinderTests {

    /** Behind another wall, so that this one alone shows nothing more: each with that wall. */
    private static final Map<String, String> SECOND_WALLS = Map.of(
            "AccountList", "only a post of the whole cell has the permission",
            "SignIns", "only a post of the whole cell has the permission",
            "RegisterController", "counts for a unit that was found within reach",
            "EmployerImport", "works in the background: ImportAttackTests",
            "Federations", "works in the background: ImportAttackTests",
            "Known", "works in the background: ImportAttackTests",
            "UnitDirectory", "asked by jobs only");

    private final ApplicationContext house;

    WidenedFinderTests(ApplicationContext house) {
        this.house = house;
    }

    @Test
    void aFinderThatSeesTheWholeCellIsNoticed() throws IllegalAccessException {
        var unnoticed = new TreeSet<String>();
        var lines = Table.read().stream()
                .filter(line -> !line.permissions().isEmpty())
                .toList();
        for (var finder : finders())
            if (!widened(finder, () -> new Matrix(house).findsFault(lines)))
                unnoticed.add(AopProxyUtils.ultimateTargetClass(finder).getSimpleName());
        assertThat(unnoticed).isEqualTo(SECOND_WALLS.keySet());
    }

    /** Beans that are told a reach. */
    private List<Object> finders() {
        return Arrays.stream(house.getBeanDefinitionNames())
                .map(house::getBean)
                .filter(bean -> isOurs(bean)
                        && Arrays.stream(AopProxyUtils.ultimateTargetClass(bean).getDeclaredMethods())
                                .anyMatch(method -> Arrays.asList(method.getParameterTypes())
                                        .contains(Reach.class)))
                .toList();
    }

    private static boolean isOurs(Object bean) {
        return AopProxyUtils.ultimateTargetClass(bean).getPackageName().startsWith("org.uniongrid.");
    }

    /** Plays while everybody who asks this finder asks one that takes every reach for the whole cell. */
    private boolean widened(Object finder, BooleanSupplier findsFault) throws IllegalAccessException {
        var proxies = new ProxyFactory(finder);
        proxies.setProxyTargetClass(true);
        proxies.addAdvice((MethodInterceptor) call -> {
            var given = call.getArguments();
            for (int i = 0; i < given.length; i++) if (given[i] instanceof Reach) given[i] = new Reach.Cell();
            return call.proceed();
        });
        var wide = proxies.getProxy(finder.getClass().getClassLoader());
        var changed = new ArrayList<Runnable>();
        for (var name : house.getBeanDefinitionNames()) {
            var holder = AopProxyUtils.getSingletonTarget(house.getBean(name)) == null
                    ? house.getBean(name)
                    : AopProxyUtils.getSingletonTarget(house.getBean(name));
            if (holder != null && isOurs(holder))
                for (var field : holder.getClass().getDeclaredFields()) swap(holder, field, finder, wide, changed);
        }
        try {
            return findsFault.getAsBoolean();
        } finally {
            changed.forEach(Runnable::run);
        }
    }

    private static void swap(Object holder, Field field, Object from, Object to, List<Runnable> undo)
            throws IllegalAccessException {
        if (Modifier.isStatic(field.getModifiers())
                || field.getType().isPrimitive()
                || holder.getClass().isRecord()) return;
        field.setAccessible(true);
        if (field.get(holder) != from) return;
        field.set(holder, to);
        undo.add(() -> {
            try {
                field.set(holder, from);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
