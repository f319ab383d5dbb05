package io.flotilla.base.view.source;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Makes records of rows by the names of their columns. In a native program the record needs
 * {@code @RegisterForReflection}, as every class does that is looked at while the program runs.
 */
final class RecordReader<T extends Record> {
    private final Class<T> type;
    private final RecordComponent[] components;
    private final MethodHandle constructor;

    private RecordReader(Class<T> type, RecordComponent[] components, MethodHandle constructor) {
        this.type = type;
        this.components = components;
        this.constructor = constructor;
    }

    static <T extends Record> RecordReader<T> of(Class<T> type) {
        var components = type.getRecordComponents();
        try {
            var canonical = type
                    .getDeclaredConstructor(
                            Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new));
            canonical.setAccessible(true);
            var handle = MethodHandles.lookup().unreflectConstructor(canonical)
                    .asType(MethodType.genericMethodType(components.length).changeReturnType(Record.class))
                    .asSpreader(Object[].class, components.length);
            return new RecordReader<>(type, components, handle);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("%s cannot be made: %s".formatted(type.getName(), e), e);
        }
    }

    /** @throws IllegalArgumentException names the component that has no column */
    Columns columns(List<String> names) {
        var at = new HashMap<String, Integer>();
        for (int i = 0; i < names.size(); i++) {
            at.putIfAbsent(plain(names.get(i)), i);
        }
        var places = new int[components.length];
        for (int i = 0; i < places.length; i++) {
            var place = at.get(plain(components[i].getName()));
            if (place == null) {
                throw new IllegalArgumentException("no column for `%s` of %s; there are %s"
                        .formatted(components[i].getName(), type.getSimpleName(), String.join(", ", names)));
            }
            places[i] = place;
        }
        return new Columns(places);
    }

    private static String plain(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    final class Columns {
        private final int[] places;

        private Columns(int[] places) {
            this.places = places;
        }

        /** @param where for the error: {@code line 12} */
        T read(List<?> cells, String where) {
            var values = new Object[places.length];
            for (int i = 0; i < places.length; i++) {
                var cell = places[i] < cells.size() ? cells.get(places[i]) : null;
                try {
                    values[i] = Cells.as(components[i].getType(), cell);
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(
                            "%s, column `%s`: %s".formatted(where, components[i].getName(), e.getMessage()), e);
                }
            }
            return made(values);
        }

        private T made(Object[] values) {
            try {
                return type.cast((Record) constructor.invokeExact(values));
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
