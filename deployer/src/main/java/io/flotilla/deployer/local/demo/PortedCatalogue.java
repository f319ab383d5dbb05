package io.flotilla.deployer.local.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.base.catalogue.watch.CatalogueWatch;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A catalogue whose environment answers on another port than the file says. The text itself is changed, in that one place,
 * because the portal and the monitor read it too.
 *
 * @param port the other port; the file's own if empty
 */
record PortedCatalogue(CatalogueWatch.Source source, EnvironmentName environment,
        OptionalInt port) implements CatalogueWatch.Source {

    /** The text as it is if it names no port, or is no YAML: its reader knows better what to say of that. */
    @Override
    public Optional<CatalogueWatch.Text> look() {
        return source.look().map(text -> port.isPresent() ? ported(text) : text);
    }

    @Override
    public String advice() {
        return source.advice();
    }

    private CatalogueWatch.Text ported(CatalogueWatch.Text text) {
        var yaml = new String(text.bytes(), StandardCharsets.UTF_8);
        return value(yaml).map(value -> new CatalogueWatch.Text(text.name(),
                replaced(yaml, value).getBytes(StandardCharsets.UTF_8))).orElse(text);
    }

    private Optional<Node> value(String yaml) {
        try {
            return new Compose(LoadSettings.builder().setUseMarks(true).build()).composeString(yaml)
                    .flatMap(root -> child(root, "environments")).flatMap(all -> child(all, environment.key()))
                    .flatMap(found -> child(found, "port"));
        } catch (YamlEngineException e) {
            return Optional.empty();
        }
    }

    private String replaced(String yaml, Node value) {
        var start = yaml.offsetByCodePoints(0, value.getStartMark().orElseThrow().getIndex());
        var end = yaml.offsetByCodePoints(0, value.getEndMark().orElseThrow().getIndex());
        return yaml.substring(0, start) + port.getAsInt() + yaml.substring(end);
    }

    private static Optional<Node> child(Node parent, String key) {
        var entries = parent instanceof MappingNode mapping ? mapping.getValue() : List.<NodeTuple>of();
        return entries.stream()
                .filter(entry -> entry.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key))
                .map(entry -> entry.getValueNode()).findFirst();
    }
}
