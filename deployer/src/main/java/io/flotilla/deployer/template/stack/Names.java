package io.flotilla.deployer.template.stack;

import static io.flotilla.deployer.template.Value.field;
import static io.flotilla.deployer.template.Value.fields;
import static io.flotilla.deployer.template.Value.text;

import java.util.List;
import java.util.stream.Stream;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.template.Value;
import io.flotilla.deployer.template.Value.Field;
import io.flotilla.deployer.template.Value.Fields;

/** What things are called on AWS, so that a fleet, an environment and an app can be told from others of the account. */
public final class Names {
    private Names() {}

    /** The environment's shared stack, such as {@code davinci-labs-dev}. */
    public static String stack(EnvironmentView view) {
        return view.catalogue().fleet() + "-" + view.environment().name().key();
    }

    /** An app's stack, such as {@code davinci-labs-dev-LMSPortal}. */
    public static String stack(EnvironmentView view, App app) {
        return stack(view) + "-" + app.name();
    }

    /** What the shared stack exports and the apps' stacks import. */
    enum Shared {
        LISTENER("HttpsListener"), INSTANCES("InstanceSecurityGroup"), DATABASE_CLIENTS("DatabaseClients");

        final String output;

        Shared(String output) {
            this.output = output;
        }

        String export(EnvironmentView view) {
            return stack(view) + "-" + output;
        }

        Value imported(EnvironmentView view) {
            return new Value.ImportValue(text(export(view)));
        }
    }

    /** The tags of everything that belongs to the environment. */
    static List<Fields> tags(EnvironmentView view) {
        return List.of(tag("flotilla:fleet", text(view.catalogue().fleet())),
                tag("flotilla:environment", text(view.environment().name().key())));
    }

    /** The tags of everything that belongs to the app, by which the deployer finds it again. */
    static List<Fields> tags(EnvironmentView view, App app) {
        return Stream.concat(tags(view).stream(), Stream.of(tag("flotilla:app", text(app.name())))).toList();
    }

    static Fields tag(String key, Value value) {
        return fields(field("Key", key), field("Value", value));
    }

    static Field tagged(List<Fields> tags) {
        return field("Tags", new Value.Items(List.copyOf(tags)));
    }
}
