package io.flotilla.portal.register;

import java.util.Arrays;
import java.util.Optional;

import io.flotilla.base.catalogue.App;

/** What a person may set of an app's listing, besides its logo. */
public enum Detail {
    TITLE("title", 60) {
        @Override
        Optional<String> inCatalogue(App app) {
            return Optional.of(app.title());
        }
    },
    DESCRIPTION("description", 300) {
        @Override
        Optional<String> inCatalogue(App app) {
            return Optional.of(app.description()).filter(text -> !text.isEmpty());
        }
    },
    TEAM("team", 60) {
        @Override
        Optional<String> inCatalogue(App app) {
            return app.team();
        }
    },
    CONTACT("contact", 200) {
        @Override
        Optional<String> inCatalogue(App app) {
            return app.owners().stream().findFirst();
        }
    };

    private final String key;
    private final int longest;

    Detail(String key, int longest) {
        this.key = key;
        this.longest = longest;
    }

    /** What fleet.yaml says. */
    abstract Optional<String> inCatalogue(App app);

    /** Its name in forms, and its column. */
    public String key() {
        return key;
    }

    /** Characters, as people count them. */
    public int longest() {
        return longest;
    }

    static Optional<Detail> named(String key) {
        return Arrays.stream(values()).filter(detail -> detail.key.equals(key)).findFirst();
    }

    /** One line without invisible characters at its ends or controls within; empty if nothing is left. */
    Optional<String> cleaned(String typed) {
        var line = typed == null ? "" : typed.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
        return line.isEmpty() ? Optional.empty() : Optional.of(line);
    }

    boolean tooLong(String text) {
        return text.codePointCount(0, text.length()) > longest;
    }
}
