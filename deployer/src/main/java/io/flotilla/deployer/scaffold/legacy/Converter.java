package io.flotilla.deployer.scaffold.legacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.flotilla.deployer.scaffold.fleet.YamlText;
import io.flotilla.deployer.scaffold.python.Value;
import io.flotilla.deployer.scaffold.python.Value.Entry;
import io.flotilla.deployer.scaffold.python.Value.Items;
import io.flotilla.deployer.scaffold.python.Value.Refused;
import io.flotilla.deployer.scaffold.python.Value.Text;
import io.flotilla.deployer.scaffold.python.Value.Truth;
import io.flotilla.deployer.scaffold.python.Value.Whole;

/** Writes an old value as {@code fleet.yaml} has it; whatever cannot be, or is mended on the way, is noted. */
final class Converter {
    private final Optional<String> home;
    private final List<Note> notes;

    Converter(Optional<Value> home, List<Note> notes) {
        this.home = home.map(value -> value instanceof Text text ? text.text() : null);
        this.notes = notes;
    }

    /** Empty if it has no place there; then a note says why. */
    Optional<String> yaml(OldKey key, Entry entry, String where) {
        if (entry.value() instanceof Refused refused) {
            notes.add(new Note(refused.line(), where, refused.reason()));
            return Optional.empty();
        }
        var yaml = switch (key.kind) {
            case TEXT -> text(entry).map(YamlText::of);
            case PATH -> text(entry).map(path -> YamlText.of(path(path, entry.line(), where)));
            case FOLDER -> text(entry).flatMap(folder -> folder(folder, entry.line(), where));
            case TEXTS -> texts(entry, where);
            case NUMBER -> entry.value() instanceof Whole whole
                    ? Optional.of(whole.number().toString())
                    : text(entry).filter(digits -> digits.matches("[0-9]+"));
            case TRUTH -> entry.value() instanceof Truth truth
                    ? Optional.of(Boolean.toString(truth.isTrue()))
                    : Optional.<String>empty();
        };
        if (yaml.isEmpty() && key.kind != OldKey.Kind.FOLDER) {
            notes.add(new Note(entry.line(), where, "it is not the kind of value that belongs here"));
        }
        return yaml;
    }

    private static Optional<String> text(Entry entry) {
        return entry.value() instanceof Text text ? Optional.of(text.text()) : Optional.empty();
    }

    private String path(String path, int line, String where) {
        var whole = (path.startsWith("/") ? "" : "/") + path + (path.endsWith("/") ? "" : "/");
        if (!whole.equals(path)) {
            notes.add(new Note(line, where, "it is %s now, with a slash at both ends".formatted(whole)));
        }
        return whole;
    }

    /** Under the environment's home, which fleet.yaml does not repeat. */
    private Optional<String> folder(String folder, int line, String where) {
        var under = home.filter(folder::startsWith).map(prefix -> folder.substring(prefix.length()))
                .orElse(folder).replaceAll("/+$", "");
        if (home.isPresent() && under.startsWith("/") && !home.get().endsWith("/")) {
            under = under.substring(1);
        }
        if (under.isEmpty() || under.startsWith("/")) {
            notes.add(new Note(line, where,
                    "it is not a folder under HOME; apps live under the environment's home now, in the repository's name"));
            return Optional.empty();
        }
        return Optional.of(YamlText.of(under));
    }

    private Optional<String> texts(Entry entry, String where) {
        if (entry.value() instanceof Text text) {
            return Optional.of(YamlText.of(List.of(text.text())));
        }
        if (!(entry.value() instanceof Items items)) {
            return Optional.empty();
        }
        var texts = new ArrayList<String>();
        for (var item : items.values()) {
            if (item instanceof Text text) {
                texts.add(text.text());
            } else {
                notes.add(new Note(item instanceof Refused refused ? refused.line() : entry.line(), where,
                        "one of them was left out: "
                                + (item instanceof Refused refused ? refused.reason() : "it is not text")));
            }
        }
        return Optional.of(YamlText.of(texts));
    }
}
