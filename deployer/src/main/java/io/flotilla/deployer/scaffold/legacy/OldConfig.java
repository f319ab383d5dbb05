package io.flotilla.deployer.scaffold.legacy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.flotilla.deployer.scaffold.legacy.OldApp.Setting;
import io.flotilla.deployer.scaffold.python.PythonFile;
import io.flotilla.deployer.scaffold.python.Value.Entry;
import io.flotilla.deployer.scaffold.python.Value.Mapping;
import io.flotilla.deployer.scaffold.python.Value.Refused;
import io.flotilla.deployer.scaffold.python.Value.Text;

/** Sorts the apps of the old CONFIG: what has a place in {@code fleet.yaml}, and what has not. */
final class OldConfig {
    private final Mapping config;
    private final List<String> lines;
    private final Comments comments;
    private final Converter converter;
    private final List<Note> notes;
    /** In lower case: a catalogue tells no apps apart by case alone. */
    private final Set<String> names = new HashSet<>();
    private final int last;

    OldConfig(PythonFile file, String text, Entry definition, List<Note> notes) {
        this.config = (Mapping) definition.value();
        this.lines = text.lines().toList();
        this.last = config.entries().stream().mapToInt(Entry::last).reduce(definition.last(), Math::max);
        this.comments = new Comments(file.comments(), definition.line(), last);
        this.converter = new Converter(file.constant("HOME").map(Entry::value), notes);
        this.notes = notes;
    }

    List<OldApp> apps() {
        var apps = new ArrayList<OldApp>();
        for (var entry : config.entries()) {
            if (entry.key() instanceof Text title && entry.value() instanceof Mapping keys) {
                if (config.find(title.text()).orElseThrow() == entry) {
                    apps.add(app(title.text(), entry, keys));
                } else {
                    notes.add(new Note(entry.line(), title.text(), "it stands again below, and Python keeps that one"));
                }
            } else {
                var name = entry.key() instanceof Text text ? text.text() : "an app";
                notes.add(new Note(entry.line(), name, entry.value() instanceof Refused refused
                        ? refused.reason()
                        : "it is not a dict with a name"));
            }
        }
        return apps;
    }

    /** Comments behind the last app; ask for the apps first. */
    List<String> lastRemarks() {
        return comments.upTo(last);
    }

    private OldApp app(String title, Entry entry, Mapping keys) {
        var settings = new EnumMap<OldKey, Setting>(OldKey.class);
        var leftOver = new ArrayList<String>();
        var firstLine = keys.entries().stream().mapToInt(Entry::line).min().orElse(entry.line() + 1);
        var remarks = comments.of(entry.line(), Math.min(entry.line(), firstLine - 1));
        for (var key : keys.entries()) {
            var where = title + "." + (key.key() instanceof Text text ? text.text() : "?");
            var known = key.key() instanceof Text text ? OldKey.of(text.text()) : Optional.<OldKey>empty();
            var setting = known.flatMap(old -> converter.yaml(old, key, where));
            var own = comments.of(key.line(), key.last());
            if (setting.isPresent()) {
                settings.put(known.get(), new Setting(setting.get(), own));
            } else {
                if (known.isEmpty()) {
                    notes.add(new Note(key.line(), where, key.value() instanceof Refused refused
                            ? refused.reason()
                            : "fleet.yaml has no such key; docs/catalogue.md lists those it has"));
                }
                leftOver.addAll(own.before());
                leftOver.addAll(source(key));
            }
        }
        leftOver.addAll(comments.upTo(entry.last()));
        return new OldApp(name(title, entry.line()), title, remarks, settings, leftOver);
    }

    /** The lines as they stand in the old file, comments included. */
    private List<String> source(Entry key) {
        var source = lines.subList(key.line() - 1, Math.min(lines.size(), key.last())).stream().map(String::strip)
                .toList();
        var marked = new ArrayList<>(source);
        marked.set(0, "not carried over (line %d): %s".formatted(key.line(), source.get(0)));
        return marked;
    }

    private String name(String title, int line) {
        var letters = title.replaceAll("[^A-Za-z0-9]", "");
        var name = letters.isEmpty() || Character.isDigit(letters.charAt(0)) ? "App" + letters : letters;
        name = name.substring(0, Math.min(60, name.length()));
        for (var number = 2; !names.add(name.toLowerCase(Locale.ROOT)); number++) {
            name = name.replaceAll("[0-9]*$", "") + number;
        }
        if (!name.equals(title)) {
            notes.add(new Note(line, title,
                    "its name here is %s, because %s; the title stays".formatted(name, title.equals(letters)
                            ? "another app's name differs only by case"
                            : "a stack's name takes letters and digits only")));
        }
        return name;
    }
}
