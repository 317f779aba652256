package io.ringside.contracts;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a decoded record that lacks a field which its declaration does not mark {@code @Nullable}. The decoder leaves
 * an absent field null whatever the declaration says.
 */
final class Completeness {
    private static final ClassValue<RecordComponent[]> REQUIRED = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    .filter(component -> !component.getType().isPrimitive())
                    .toArray(RecordComponent[]::new);
        }
    };

    private Completeness() {}

    static void check(Object value) {
        if (value instanceof Record whole) {
            for (RecordComponent component : REQUIRED.get(whole.getClass())) {
                Object part = read(component, whole);
                if (part == null) {
                    throw new IllegalArgumentException("field '" + component.getName() + "' is required");
                }
                check(part);
            }
        } else if (value instanceof List<?> list) {
            list.forEach(Completeness::check);
        }
    }

    private static @Nullable Object read(RecordComponent component, Record whole) {
        try {
            return component.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot read " + component, e);
        }
    }
}
