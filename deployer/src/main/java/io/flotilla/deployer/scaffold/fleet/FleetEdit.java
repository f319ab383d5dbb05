package io.flotilla.deployer.scaffold.fleet;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.flotilla.deployer.terminal.Failure;

/** Writes a new app into a catalogue's text: behind the last one, and not a character changes elsewhere. */
public final class FleetEdit {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private FleetEdit() {}

    /**
     * @param  yaml    a catalogue without mistakes
     * @throws Failure if the apps are not written in a way that leaves room for another; the message has what to write
     */
    public static String add(String yaml, FleetEntry entry) {
        if (yaml.startsWith(BYTE_ORDER_MARK)) {
            return BYTE_ORDER_MARK + add(yaml.substring(1), entry);
        }
        var apps = AppsBlock.in(yaml).filter(block -> !block.braces() || block.empty())
                .orElseThrow(() -> byHand(entry));
        var newline = yaml.contains("\r\n") ? "\r\n" : "\n";
        var begin = yaml.offsetByCodePoints(0, apps.begin());
        var text = yaml;
        var at = yaml.offsetByCodePoints(0, apps.end().getIndex());
        if (apps.braces()) {
            var behind = yaml.substring(at);
            text = yaml.substring(0, begin).stripTrailing() + behind;
            at = text.length() - behind.length();
        }
        at = endOfBlock(text, at, apps);
        var before = text.substring(0, at);
        var words = entry.lines(apps.column(), apps.step()).stream().collect(Collectors.joining(newline)) + newline;
        return before + (before.endsWith("\n") ? "" : newline)
                + (apps.empty() || !isSpaced(text, apps) || endsBlank(before) ? "" : newline)
                + words + text.substring(at);
    }

    private static Failure byHand(FleetEntry entry) {
        return new Failure("""
                the catalogue's apps are not written a key a line, so nothing was written. Add this to them by hand:
                %s""".formatted(String.join("\n", entry.lines(2, 2))));
    }

    /** The beginning of the line below the last app, and below comments that stand as far in as its keys. */
    private static int endOfBlock(String text, int at, AppsBlock apps) {
        var onLineStart = apps.end().getColumn() == 0 && at > 0 && !apps.empty();
        var next = onLineStart ? at : lineAfter(text, at);
        while (next < text.length() && isCommentFurtherIn(text, next, apps.column())) {
            next = lineAfter(text, next);
        }
        return next;
    }

    private static boolean isCommentFurtherIn(String text, int line, int column) {
        var blanks = (int) IntStream.range(line, text.length()).takeWhile(at -> text.charAt(at) == ' ').count();
        return blanks > column && line + blanks < text.length() && text.charAt(line + blanks) == '#';
    }

    private static int lineAfter(String text, int at) {
        var newline = text.indexOf('\n', at);
        return newline < 0 ? text.length() : newline + 1;
    }

    /** Whether a blank line stands above the last app, or there is only one, and nobody knows. */
    private static boolean isSpaced(String text, AppsBlock apps) {
        var head = text.substring(0, text.offsetByCodePoints(0, apps.last()));
        var lines = head.lines().toList();
        var above = lines.size() - 2;
        while (above >= 0 && lines.get(above).strip().startsWith("#")) {
            above--;
        }
        return above < 0 || lines.get(above).isBlank() || lines.get(above).startsWith("apps");
    }

    private static boolean endsBlank(String before) {
        return before.endsWith("\n\n") || before.endsWith("\n\r\n");
    }
}
