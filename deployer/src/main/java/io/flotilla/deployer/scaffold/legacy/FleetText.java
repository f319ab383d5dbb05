package io.flotilla.deployer.scaffold.legacy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.flotilla.deployer.scaffold.fleet.YamlText;
import io.flotilla.deployer.scaffold.legacy.OldApp.Setting;
import io.flotilla.deployer.scaffold.legacy.OldKey.Section;

/** Writes the catalogue as a person would: a key a line, and the old file's comments beside the keys they belong to. */
final class FleetText {
    private final StringBuilder text = new StringBuilder();
    private final String codebase;

    /** @param codebase the repository that {@code codebase_branch} is a branch of */
    FleetText(String codebase) {
        this.codebase = codebase;
    }

    String of(Surroundings surroundings, List<OldApp> apps, List<String> last) {
        text.append(surroundings.yaml(apps)).append("\napps:\n");
        for (var app : apps) {
            write(app);
        }
        last.forEach(comment -> line(2, "# " + comment));
        return text.toString();
    }

    private void write(OldApp app) {
        commented(2, app.name() + ":", app.remarks());
        if (!app.title().equals(app.name())) {
            line(4, "title: " + YamlText.of(app.title()));
        }
        line(4, "runtime: python");
        for (var key : OldKey.values()) {
            if (key == OldKey.CODEBASE && app.has(Section.CODEBASE)) {
                line(4, "codebase:");
                line(6, "repo: " + YamlText.of(codebase));
            }
            if (key == OldKey.DEV_BRANCH) {
                berth(4, "dev", app, Section.DEV);
            } else if (key == OldKey.PROD_BRANCH) {
                berth(4, "prod", app, Section.PROD);
            }
            Optional.ofNullable(app.settings().get(key)).ifPresent(setting -> setting(key, setting));
        }
        app.leftOver().forEach(comment -> line(4, "# " + comment));
        text.append('\n');
    }

    private void berth(int indent, String name, OldApp app, Section section) {
        if (!app.has(section)) {
            return;
        }
        line(indent, name + ":");
        var branch = section == Section.DEV ? OldKey.DEV_BRANCH : OldKey.PROD_BRANCH;
        if (!app.settings().containsKey(branch)) {
            line(indent + 2, "branch: main  # the old file names none");
        }
    }

    private void setting(OldKey key, Setting setting) {
        commented(key.section == Section.APP ? 4 : 6, key.yaml + ": " + setting.yaml(), setting.remarks());
    }

    private void commented(int indent, String words, Remarks remarks) {
        remarks.before().forEach(comment -> line(indent, "# " + comment));
        line(indent, remarks.behind().isEmpty()
                ? words
                : words + "  # " + remarks.behind().stream().filter(comment -> !comment.isEmpty())
                        .collect(Collectors.joining("; ")));
    }

    private void line(int indent, String words) {
        text.append(" ".repeat(indent)).append(words.stripTrailing()).append('\n');
    }
}
