package io.flotilla.base.catalogue.yaml;

import io.flotilla.base.catalogue.yaml.Shape.Items;
import io.flotilla.base.catalogue.yaml.Shape.Key;
import io.flotilla.base.catalogue.yaml.Shape.Keys;
import io.flotilla.base.catalogue.yaml.Shape.Named;
import io.flotilla.base.catalogue.yaml.Shape.Scalar;

/** The shape as the tables of docs/catalogue.md. */
final class Reference {
    private Reference() {}

    static String of(Keys fleet) {
        var page = new StringBuilder();
        section(page, "The file", "", fleet);
        return page.toString();
    }

    private static void section(StringBuilder page, String title, String path, Keys keys) {
        page.append("### ").append(title).append("\n\n| key | | what to write | without it |\n|---|---|---|---|\n");
        keys.keys().forEach(key -> row(page, key));
        page.append('\n');
        keys.keys().forEach(key -> below(page, path, key));
    }

    private static void row(StringBuilder page, Key key) {
        page.append("| `%s` | %s | %s %s | %s |\n".formatted(key.name(), key.required() ? "required" : "",
                cell(key.meaning()),
                cell(value(key.shape())), cell(key.standard())));
    }

    private static void below(StringBuilder page, String path, Key key) {
        var name = path + key.name();
        if (key.shape() instanceof Keys keys && isFirst(key.name())) {
            section(page, "`%s`".formatted(name), name + ".", keys);
        } else if (key.shape() instanceof Named named && named.each() instanceof Keys each) {
            section(page, "`%s.<name>`".formatted(name), name + ".<name>.", each);
        }
    }

    /** Environments are alike, and so are berths: the first of each is described, under a name that fits all. */
    private static boolean isFirst(String name) {
        return !name.equals("prod") && !name.equals("local");
    }

    private static String value(Shape shape) {
        if (shape instanceof Scalar scalar) {
            return "Write %s.".formatted(scalar.expects());
        }
        if (shape instanceof Items items) {
            return "A list, each %s.".formatted(items.each().expects());
        }
        return shape instanceof Named ? "A mapping by name." : "See below.";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
