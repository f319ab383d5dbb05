package io.flotilla.base.catalogue.yaml;

import java.util.Map;

import io.flotilla.base.catalogue.Reading;
import io.flotilla.base.catalogue.yaml.Item.Fields;

/** The way of one file: bytes, YAML, shape, rules across keys, catalogue. Each step reports all that it finds. */
public final class FleetFile {
    private FleetFile() {}

    /**
     * @param name      what problems call the file
     * @param variables what {@code ${VAR}} stands for
     */
    public static Reading read(String name, byte[] bytes, Map<String, String> variables) {
        var problems = new Problems(name);
        var given = new Variables(variables, problems);
        var root = new YamlText(problems).parse(bytes)
                .flatMap(node -> new ShapeCheck(problems, given).check(node, FleetShape.FLEET, ""))
                .map(Fields.class::cast);
        root.ifPresent(fleet -> {
            new EnvironmentRules(fleet, problems).check();
            new AppRules(fleet, problems).check();
            new CollisionRules(fleet, problems).check();
        });
        return problems.none()
                ? new Reading.Valid(new Binding(root.orElseThrow(), given.used()).catalogue())
                : new Reading.Invalid(problems.inOrder());
    }

    /** A file that could not be read at all. */
    public static Reading unreadable(String name, String why, String fix) {
        var problems = new Problems(name);
        problems.addWhole(why, fix);
        return new Reading.Invalid(problems.inOrder());
    }
}
