package io.flotilla.deployer.scaffold.legacy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.flotilla.base.catalogue.CatalogueReader;
import io.flotilla.base.catalogue.Problem;
import io.flotilla.base.catalogue.Reading;
import io.flotilla.deployer.scaffold.python.PythonFile;
import io.flotilla.deployer.scaffold.python.PythonMistake;
import io.flotilla.deployer.scaffold.python.Value.Entry;
import io.flotilla.deployer.scaffold.python.Value.Mapping;
import io.flotilla.deployer.scaffold.python.Value.Text;
import io.flotilla.deployer.terminal.Failure;

/**
 * Makes a catalogue of the old {@code cloud_script.py}, without running it.
 *
 * @param fleet    the fleet's name
 * @param config   the name of the dict with the apps
 * @param codebase the repository that {@code codebase_branch} is a branch of
 */
public record Import(String fleet, String config, String codebase) {

    /**
     * What came of it.
     *
     * @param yaml     the catalogue
     * @param apps     how many apps it has
     * @param notes    what was not carried over or was changed, in the order of the old file
     * @param toFillIn the variables that stand for what the old file did not say
     * @param problems what would be wrong with the catalogue even with these filled in
     */
    public record Imported(String yaml, int apps, List<Note> notes, List<String> toFillIn, List<Problem> problems) {}

    /** @throws Failure if the file is not Python, or has no such dict */
    public Imported of(String name, String python) {
        var file = read(name, python);
        var definition = file.constant(config).filter(constant -> constant.value() instanceof Mapping)
                .orElseThrow(() -> new Failure("%s: it defines no dict %s at its top level; name another with --config"
                        .formatted(name, config)));
        var notes = new ArrayList<Note>();
        var old = new OldConfig(file, python, definition, notes);
        var apps = old.apps();
        var home = file.constant("HOME").map(Entry::value)
                .flatMap(value -> value instanceof Text text ? Optional.of(text.text()) : Optional.<String>empty());
        var yaml = new FleetText(codebase).of(new Surroundings(fleet, home), apps, old.lastRemarks());
        notes.sort(Comparator.comparingInt(Note::line));
        return new Imported(yaml, apps.size(), List.copyOf(notes), List.copyOf(Surroundings.examples().keySet()),
                problems(yaml));
    }

    private static PythonFile read(String name, String python) {
        try {
            return PythonFile.read(python);
        } catch (PythonMistake mistake) {
            throw new Failure("%s:%d: %s; mend it, or check that it is the file that was run"
                    .formatted(name, mistake.line(), mistake.getMessage()), mistake);
        }
    }

    private static List<Problem> problems(String yaml) {
        var reading = new CatalogueReader(Surroundings.examples()).read("fleet.yaml",
                yaml.getBytes(StandardCharsets.UTF_8));
        return reading instanceof Reading.Invalid invalid ? invalid.problems() : List.of();
    }
}
