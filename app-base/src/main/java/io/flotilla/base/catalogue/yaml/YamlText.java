package io.flotilla.base.catalogue.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import io.flotilla.base.catalogue.CatalogueText;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** From bytes to YAML nodes: everything that makes a file no YAML at all is caught and explained here. */
final class YamlText {
    private static final int MOST_BYTES = CatalogueText.MOST_BYTES;
    /** The parser takes quadratic time on one long line. */
    private static final int LONGEST_LINE = 20_000;
    /** The deepest key of a catalogue is five levels down; the parser's recursion would end in a stack overflow. */
    private static final int MOST_LEVELS = 50;
    /** How far aliases reach is {@link ShapeCheck}'s to limit: a hundred apps may well share one list. */
    private static final LoadSettings SETTINGS = LoadSettings.builder().setLabel("fleet").setUseMarks(true)
            .setCodePointLimit(MOST_BYTES + 1).setMaxAliasesForCollections(MOST_BYTES).build();

    private final Problems problems;

    YamlText(Problems problems) {
        this.problems = problems;
    }

    /** The root of the only document, or empty after a problem was added. */
    Optional<Node> parse(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            problems.addWhole("the file has more than %,d bytes".formatted(MOST_BYTES),
                    "a catalogue may not; is this the right file?");
            return Optional.empty();
        }
        return decode(bytes).flatMap(this::compose);
    }

    private Optional<String> decode(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        if (decoder.decode(in, out, true).isError()) {
            var before = new String(bytes, 0, in.position(), StandardCharsets.UTF_8);
            problems.add(placeAfter(before),
                    "byte %d (0x%02x) is not UTF-8".formatted(in.position() + 1, bytes[in.position()]),
                    "save the file as UTF-8");
            return Optional.empty();
        }
        var text = out.flip().toString();
        return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
    }

    private Optional<Node> compose(String text) {
        try {
            if (hasEndlessLine(text) || !isOneShallowDocument(text)) {
                return Optional.empty();
            }
            var root = new Compose(SETTINGS).composeString(text);
            if (root.isEmpty()) {
                problems.addWhole("the file is empty", "begin with `fleet: <name>`; docs/catalogue.md lists every key");
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            problems.add(e.getProblemMark().or(e::getContextMark).map(mark -> place(mark.getLine(), mark.getColumn()))
                    .orElse(place(0, 0)), "this is not YAML: " + sentence(e), mend(text, e));
        } catch (ReaderException e) {
            var position = text.offsetByCodePoints(0, Math.min(e.getPosition(), text.codePointCount(0, text.length())));
            problems.add(placeAfter(text.substring(0, position)),
                    "the character U+%04X is not allowed in YAML".formatted(e.getCodePoint()), "remove it");
        } catch (YamlEngineException e) {
            problems.addWhole("this is not YAML: " + e.getMessage(), "mend it and try again");
        }
        return Optional.empty();
    }

    private boolean hasEndlessLine(String text) {
        var start = 0;
        var line = 0;
        for (var end = text.indexOf('\n'); start < text.length(); end = text.indexOf('\n', start)) {
            var length = (end < 0 ? text.length() : end) - start;
            if (length > LONGEST_LINE) {
                problems.add(place(line, 0), "the line has %,d characters".formatted(length),
                        "break it: a line may have %,d".formatted(LONGEST_LINE));
                return true;
            }
            start += length + 1;
            line++;
        }
        return false;
    }

    private boolean isOneShallowDocument(String text) {
        var level = 0;
        var documents = 0;
        for (var event : new Parse(SETTINGS).parseString(text)) {
            var id = event.getEventId();
            if (id == Event.ID.MappingStart || id == Event.ID.SequenceStart) {
                level++;
            } else if (id == Event.ID.MappingEnd || id == Event.ID.SequenceEnd) {
                level--;
            } else if (id == Event.ID.DocumentStart) {
                documents++;
            }
            if (level > MOST_LEVELS || documents > 1) {
                problems.add(
                        event.getStartMark().map(mark -> place(mark.getLine(), mark.getColumn())).orElse(place(0, 0)),
                        documents > 1
                                ? "a second document begins here"
                                : "more than %d levels deep".formatted(MOST_LEVELS),
                        documents > 1 ? "remove the line `---`" : "a catalogue has five");
                return false;
            }
        }
        return true;
    }

    private static String sentence(MarkedYamlEngineException e) {
        var problem = String.valueOf(e.getProblem()).replaceFirst("character '\\\\t\\(TAB\\)'.*", "a TAB");
        return e.getContext() == null ? problem : e.getContext() + ", " + problem;
    }

    private static String mend(String text, MarkedYamlEngineException e) {
        var tab = e.getProblem() != null && e.getProblem().contains("TAB")
                || e.getProblemMark().map(mark -> lineOf(text, mark.getLine()).startsWith("\t")).orElse(false);
        return tab
                ? "indent with spaces; YAML allows no tabs there"
                : "look at this line and the one before for indentation, quotes and colons";
    }

    private static String lineOf(String text, int line) {
        return text.lines().skip(line).findFirst().orElse("");
    }

    private static Item.Place placeAfter(String before) {
        var start = before.lastIndexOf('\n') + 1;
        return place((int) before.chars().filter(c -> c == '\n').count(), before.length() - start);
    }

    private static Item.Place place(int line, int column) {
        return new Item.Place(line + 1, column + 1, "");
    }
}
