package io.flotilla.portal.register;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import io.flotilla.base.catalogue.App;
import io.flotilla.portal.register.logo.Monogram;

/**
 * How the portal shows an app: what people have set here, and for the rest what fleet.yaml says.
 *
 * @param app     as in the catalogue
 * @param own     what was set here; wins
 * @param logo    the hash of its logo, if somebody gave it one
 * @param version rises with every change here; 0 if nothing ever was
 */
public record Listing(App app, Map<Detail, String> own, Optional<String> logo, long version) {

    /** As fleet.yaml has it. */
    static Listing of(App app) {
        return new Listing(app, Map.of(), Optional.empty(), 0);
    }

    public String title() {
        return text(Detail.TITLE).orElse(app.name());
    }

    public String description() {
        return text(Detail.DESCRIPTION).orElse("");
    }

    public Optional<String> team() {
        return text(Detail.TEAM);
    }

    /** Whom to ask about it: an address, or words. */
    public Optional<String> contact() {
        return text(Detail.CONTACT);
    }

    /** What was set here, for the audit; empty if nothing was. */
    String set() {
        var set = new ArrayList<String>();
        own.forEach((detail, text) -> set.add("%s “%s”".formatted(detail.key(), text)));
        logo.ifPresent(hash -> set.add("logo " + hash));
        return String.join(", ", set);
    }

    /** What stands for it where it has no logo. */
    public Monogram monogram() {
        return Monogram.of(app.name(), title());
    }

    Optional<String> text(Detail detail) {
        return Optional.ofNullable(own.get(detail)).or(() -> detail.inCatalogue(app));
    }

    /** This listing with what somebody has typed; what equals fleet.yaml's stays fleet.yaml's. */
    Listing with(Map<Detail, String> typed) {
        var changed = new EnumMap<Detail, String>(Detail.class);
        typed.forEach((detail, text) -> {
            if (!Optional.of(text).equals(detail.inCatalogue(app)) || own.containsKey(detail)) {
                changed.put(detail, text);
            }
        });
        return new Listing(app, changed, logo, version);
    }

    /** This listing with fleet.yaml's word for one detail. */
    Listing without(Detail detail) {
        var less = new EnumMap<Detail, String>(Detail.class);
        less.putAll(own);
        less.remove(detail);
        return new Listing(app, less, logo, version);
    }

    Listing withLogo(Optional<String> hash) {
        return new Listing(app, own, hash, version);
    }
}
