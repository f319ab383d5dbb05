package io.flotilla.base.catalogue.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.flotilla.base.catalogue.yaml.Shape.Items;
import io.flotilla.base.catalogue.yaml.Shape.Key;
import io.flotilla.base.catalogue.yaml.Shape.Keys;
import io.flotilla.base.catalogue.yaml.Shape.Named;
import io.flotilla.base.catalogue.yaml.Shape.Scalar;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Holds YAML nodes against a shape: what fits becomes items, all that does not becomes problems. */
final class ShapeCheck {
    /** Aliases make a small file large; no honest one comes near this number of keys and values. */
    private static final int MOST_VALUES = 1_000_000;
    /** A text counts as one value more for every so many characters: a long one may stand behind many aliases. */
    private static final int CHARACTERS_A_VALUE = 64;
    private static final int DEEPEST_MERGE = 8;

    private final Problems problems;
    private final Variables variables;
    private int values;

    ShapeCheck(Problems problems, Variables variables) {
        this.problems = problems;
        this.variables = variables;
    }

    Optional<Item> check(Node node, Shape shape, String path) {
        var place = place(node, path);
        if (isSpent(1, place)) {
            return Optional.empty();
        }
        if (isNull(node) && !(shape instanceof Keys keys && keys.mayBeEmpty())) {
            problems.add(place, "there is no value", "write " + expectation(shape));
            return Optional.empty();
        }
        if (shape instanceof Keys keys) {
            return keys(node, keys, place);
        }
        if (shape instanceof Named named) {
            return named(node, named, place);
        }
        return shape instanceof Items items ? items(node, items, place) : scalar(node, (Scalar) shape, place);
    }

    /** Counts what is looked at, key or value, so that the work has an end whatever refers to what. */
    private boolean isSpent(int more, Item.Place place) {
        var before = values;
        values = Math.min(values + more, MOST_VALUES + 1);
        if (before <= MOST_VALUES && values > MOST_VALUES) {
            problems.addAnyway(place, "aliases make this more than %,d values".formatted(MOST_VALUES),
                    "write the values out, or use fewer aliases");
        }
        return values > MOST_VALUES;
    }

    private Optional<Item> keys(Node node, Keys shape, Item.Place place) {
        if (isNull(node)) {
            return Optional.of(new Item.Fields(place, Map.of(), Map.of(), true));
        }
        return entries(node, place, "keys: " + String.join(", ", shape.names())).map(entries -> {
            var builder = new FieldsBuilder(place);
            entries.forEach((name, entry) -> shape.key(name).ifPresentOrElse(
                    key -> builder.add(name, entry, check(entry.value(), key.shape(), place.at(name).path())),
                    () -> {
                        unknown(name, entry, shape, place);
                        builder.leaveOut();
                    }));
            shape.keys().stream().filter(Key::required).filter(key -> !entries.containsKey(key.name())).forEach(key -> {
                problems.add(place.at(key.name()), "it is missing", "write %s".formatted(expectation(key.shape())));
                builder.leaveOut();
            });
            return builder.fields();
        });
    }

    private Optional<Item> named(Node node, Named shape, Item.Place place) {
        return entries(node, place, "names").map(entries -> {
            var builder = new FieldsBuilder(place);
            entries.forEach((name, entry) -> {
                if (!shape.name().accepts(name)) {
                    problems.add(entry.name().at(Excerpt.of(name)), "it cannot be named so",
                            "write " + shape.name().expects());
                    builder.leaveOut();
                } else {
                    builder.add(name, entry, check(entry.value(), shape.each(), place.at(name).path()));
                }
            });
            return builder.fields();
        });
    }

    private Optional<Item> items(Node node, Items shape, Item.Place place) {
        var nodes = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
        var checked = new ArrayList<Item.Text>();
        for (var i = 0; i < nodes.size(); i++) {
            if (values > MOST_VALUES) {
                return Optional.empty();
            }
            var path = nodes == List.of(node) ? place.path() : place.path() + "[" + i + "]";
            check(nodes.get(i), shape.each(), path).ifPresent(item -> checked.add((Item.Text) item));
        }
        return checked.size() < nodes.size()
                ? Optional.empty()
                : Optional.of(new Item.Texts(place, List.copyOf(checked)));
    }

    private Optional<Item> scalar(Node node, Scalar shape, Item.Place place) {
        if (!(node instanceof ScalarNode scalar)) {
            problems.add(place, "%s where one value belongs".formatted(kind(node)), "write " + shape.expects());
            return Optional.empty();
        }
        var raw = scalar.getValue();
        if (isSpent(raw.length() / CHARACTERS_A_VALUE, place)) {
            return Optional.empty();
        }
        if (raw.length() > Scalar.LONGEST) {
            return misfit(raw, shape, place);
        }
        return variables.expand(raw, place).flatMap(text -> {
            if (isSpent((text.length() - raw.length()) / CHARACTERS_A_VALUE, place)) {
                return Optional.empty();
            }
            return shape.accepts(text) ? written(scalar, text, shape, place) : misfit(raw, shape, place);
        });
    }

    /** @param raw the text as written: what a variable stands for is nobody's to read in a message */
    private Optional<Item> misfit(String raw, Scalar shape, Item.Place place) {
        var meant = problems.full()
                ? ""
                : Nearest.to(raw, shape.choices()).map(" (did you mean %s?)"::formatted).orElse("");
        problems.add(place, shape.secret() ? "the value does not fit" : "`%s` does not fit".formatted(Excerpt.of(raw)),
                "write " + shape.expects() + meant);
        return Optional.empty();
    }

    /** YAML tells numbers and truths from texts, and the JSON Schema does after it. */
    private Optional<Item> written(ScalarNode scalar, String text, Scalar shape, Item.Place place) {
        var tag = scalar.getTag();
        var number = tag.equals(Tag.INT) || tag.equals(Tag.FLOAT);
        var fits = scalar.getValue().contains("${") || switch (shape.kind()) {
            case INTEGER -> number;
            case BOOLEAN -> tag.equals(Tag.BOOL);
            case TEXT -> (!number || shape.takesNumbers() || !shape.numbers().none())
                    && (!tag.equals(Tag.BOOL) || shape.takesTruths());
        };
        if (!fits) {
            var quoted = shape.kind() != Scalar.Kind.TEXT;
            problems.add(place,
                    "`%s` is %s to YAML".formatted(text, quoted ? "a text" : number ? "a number" : "a truth"),
                    quoted ? "write it without quotes" : "put it in quotes");
            return Optional.empty();
        }
        return Optional.of(new Item.Text(place, text));
    }

    /** The entries of a mapping by name, those that {@code <<} merges in included; the nearer one wins. */
    private Optional<Map<String, Entry>> entries(Node node, Item.Place place, String expected) {
        if (!(node instanceof MappingNode mapping)) {
            problems.add(place, "%s where a mapping belongs".formatted(kind(node)), "write " + expected);
            return Optional.empty();
        }
        var own = new LinkedHashMap<String, Entry>();
        var merged = new LinkedHashMap<String, Entry>();
        for (var tuple : mapping.getValue()) {
            if (isSpent(1, place)) {
                return Optional.empty();
            }
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(place(tuple.getKeyNode(), place.path()), "a key that is not a word", "write " + expected);
            } else if (key.getValue().equals("<<")) {
                merge(tuple, merged, place, 0);
            } else {
                addOnce(own, key.getValue(), new Entry(place(key, place.path()), tuple.getValueNode()));
            }
        }
        if (values > MOST_VALUES) {
            return Optional.empty();
        }
        merged.forEach(own::putIfAbsent);
        return Optional.of(own);
    }

    private void addOnce(Map<String, Entry> entries, String name, Entry entry) {
        var first = entries.putIfAbsent(name, entry);
        if (first != null) {
            problems.add(entry.name().at(Excerpt.of(name)),
                    "it stands twice (first in line %d)".formatted(first.name().line()),
                    "remove one of them");
        }
    }

    private void merge(NodeTuple tuple, Map<String, Entry> into, Item.Place place, int level) {
        var value = tuple.getValueNode();
        var sources = value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
        for (var source : sources) {
            if (isSpent(1, place)) {
                return;
            }
            if (!(source instanceof MappingNode mapping) || level > DEEPEST_MERGE) {
                problems.add(place(tuple.getKeyNode(), place.path()).at("<<"), "only a mapping can be merged",
                        "name the anchor of a mapping, such as <<: *defaults");
                return;
            }
            for (var entry : mapping.getValue()) {
                if (isSpent(1, place)) {
                    return;
                }
                if (entry.getKeyNode() instanceof ScalarNode key && key.getValue().equals("<<")) {
                    merge(entry, into, place, level + 1);
                } else if (entry.getKeyNode() instanceof ScalarNode key) {
                    into.putIfAbsent(key.getValue(), new Entry(place(key, place.path()), entry.getValueNode()));
                }
            }
        }
    }

    private void unknown(String name, Entry entry, Keys shape, Item.Place place) {
        if (problems.full()) {
            problems.add(entry.name(), "", "");
            return;
        }
        var nearest = Nearest.to(name, shape.names());
        problems.add(entry.name().at(Excerpt.of(name)), "there is no such key",
                nearest.map("did you mean %s?"::formatted)
                        .orElse("known here: " + shape.names().stream().sorted().collect(Collectors.joining(", "))));
    }

    private static String expectation(Shape shape) {
        if (shape instanceof Scalar scalar) {
            return scalar.expects();
        }
        if (shape instanceof Items items) {
            return "a list, each %s".formatted(items.each().expects());
        }
        return shape instanceof Keys keys ? "a mapping with " + String.join(", ", keys.names()) : "a mapping";
    }

    private static String kind(Node node) {
        return node instanceof MappingNode ? "a mapping" : node instanceof SequenceNode ? "a list" : "a single value";
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private static Item.Place place(Node node, String path) {
        return node.getStartMark().map(mark -> new Item.Place(mark.getLine() + 1, mark.getColumn() + 1, path))
                .orElse(new Item.Place(0, 0, path));
    }

    private record Entry(Item.Place name, Node value) {}

    private static final class FieldsBuilder {
        private final Item.Place place;
        private final Map<String, Item> items = new LinkedHashMap<>();
        private final Map<String, Item.Place> names = new HashMap<>();
        private boolean whole = true;

        FieldsBuilder(Item.Place place) {
            this.place = place;
        }

        void add(String name, Entry entry, Optional<Item> item) {
            names.put(name, entry.name().at(name));
            item.ifPresentOrElse(present -> items.put(name, present), this::leaveOut);
        }

        void leaveOut() {
            whole = false;
        }

        Item fields() {
            return new Item.Fields(place, items, names, whole);
        }
    }
}
