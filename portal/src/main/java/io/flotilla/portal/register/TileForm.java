package io.flotilla.portal.register;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page on which an owner sets how the portal shows an app.
 *
 * @param listing what it shows now
 * @param fields  what the form has, as typed if that was refused
 * @param draft   the hash of a logo that was sent and not yet taken
 * @param notice  what has just been done; empty if nothing was
 * @param refusal why what was sent was not taken; empty if nothing was refused
 */
public record TileForm(Listing listing, List<Field> fields, Optional<String> draft, String notice, String refusal) {

    /**
     * One detail in the form.
     *
     * @param value    what stands in the field
     * @param own      whether it was set here, and wins over fleet.yaml
     * @param inFile   what fleet.yaml says; empty if it says nothing
     * @param mistake  what is wrong with the value; empty if nothing is
     */
    public record Field(String key, String label, String hint, int longest, boolean tall, String value, boolean own,
            String inFile, String mistake) {}

    public String heading() {
        return "Tile of " + listing.title();
    }

    static TileForm of(Listing listing, Optional<String> draft, String notice, String refusal) {
        return of(listing, Map.of(), draft, notice, refusal);
    }

    /** @param typed what somebody has typed, which is shown again beside what is wrong with it */
    static TileForm of(Listing listing, Map<Detail, String> typed, Optional<String> draft, String notice,
            String refusal) {
        return new TileForm(listing,
                Arrays.stream(Detail.values()).map(detail -> field(listing, detail, typed.get(detail))).toList(), draft,
                notice, refusal);
    }

    private static Field field(Listing listing, Detail detail, String typed) {
        var value = typed == null ? listing.text(detail).orElse("") : typed;
        var mistake = detail.tooLong(value)
                ? "%d characters at most; these are %d.".formatted(detail.longest(),
                        value.codePointCount(0, value.length()))
                : "";
        return new Field(detail.key(), label(detail), hint(detail), detail.longest(), detail == Detail.DESCRIPTION,
                value, listing.own().containsKey(detail), detail.inCatalogue(listing.app()).orElse(""), mistake);
    }

    boolean hasMistakes() {
        return fields.stream().anyMatch(field -> !field.mistake().isEmpty());
    }

    /** The details that somebody has typed, cleaned; what is left empty is fleet.yaml's again. */
    static Map<Detail, String> typed(Map<String, String> form) {
        var typed = new EnumMap<Detail, String>(Detail.class);
        for (var detail : Detail.values()) {
            detail.cleaned(form.get(detail.key())).ifPresent(text -> typed.put(detail, text));
        }
        return typed;
    }

    private static String label(Detail detail) {
        return switch (detail) {
            case TITLE -> "Title";
            case DESCRIPTION -> "Description";
            case TEAM -> "Team";
            case CONTACT -> "Contact";
        };
    }

    private static String hint(Detail detail) {
        return switch (detail) {
            case TITLE -> "Stands on the tile, over the lower part of the logo.";
            case DESCRIPTION -> "One sentence: what people find there.";
            case TEAM -> "The heading that the tile stands under.";
            case CONTACT -> "Whom to ask about the app: an address, a channel, a name.";
        };
    }
}
