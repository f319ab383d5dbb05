package io.flotilla.deployer.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.flotilla.deployer.template.Value.Base64;
import io.flotilla.deployer.template.Value.Fields;
import io.flotilla.deployer.template.Value.Flag;
import io.flotilla.deployer.template.Value.GetAtt;
import io.flotilla.deployer.template.Value.ImportValue;
import io.flotilla.deployer.template.Value.Items;
import io.flotilla.deployer.template.Value.Join;
import io.flotilla.deployer.template.Value.Ref;
import io.flotilla.deployer.template.Value.Sub;
import io.flotilla.deployer.template.Value.Text;
import io.flotilla.deployer.template.Value.Whole;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads a template as CloudFormation does: by YAML 1.1's rules, with its tags. */
public final class YamlReading {
    private YamlReading() {}

    public static Value of(String yaml) {
        return value(new Yaml(new Intrinsics()).load(yaml));
    }

    private static Value value(Object read) {
        if (read instanceof Value value) {
            return value;
        } else if (read instanceof String text) {
            return new Text(text);
        } else if (read instanceof Number number) {
            return new Whole(number.longValue());
        } else if (read instanceof Boolean flag) {
            return new Flag(flag);
        } else if (read instanceof List<?> list) {
            return new Items(list.stream().map(YamlReading::value).toList());
        } else if (read instanceof Map<?, ?> map) {
            return fields(map);
        }
        throw new IllegalArgumentException("neither text, number, flag, list nor map: " + read);
    }

    private static Value fields(Map<?, ?> map) {
        if (map.size() == 1 && map.containsKey("Fn::Base64")) {
            return new Base64(value(map.get("Fn::Base64")));
        }
        var fields = new LinkedHashMap<String, Value>();
        map.forEach((key, value) -> fields.put((String) key, value(value)));
        return new Fields(fields);
    }

    private static final class Intrinsics extends SafeConstructor {
        Intrinsics() {
            super(new LoaderOptions());
            scalar("!Ref", Ref::new);
            scalar("!Sub", Sub::new);
            scalar("!ImportValue", name -> new ImportValue(new Text(name)));
            scalar("!GetAtt",
                    name -> new GetAtt(name.substring(0, name.indexOf('.')), name.substring(name.indexOf('.') + 1)));
            yamlConstructors.put(new Tag("!Join"), new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    var arguments = constructSequence((SequenceNode) node);
                    return new Join((String) arguments.get(0), ((Items) value(arguments.get(1))).values());
                }
            });
        }

        private void scalar(String tag, java.util.function.Function<String, Value> function) {
            yamlConstructors.put(new Tag(tag), new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return function.apply(((ScalarNode) node).getValue());
                }
            });
        }
    }
}
