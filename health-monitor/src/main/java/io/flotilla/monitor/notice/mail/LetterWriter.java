package io.flotilla.monitor.notice.mail;

import java.util.List;
import java.util.stream.Collectors;

import io.flotilla.monitor.notice.Notice;
import io.flotilla.monitor.notice.mail.Letter.Tone;

/**
 * Turns a notice into a letter. It uses nothing but what the notice has stored, so that it writes the same letter however
 * often, and however late, it is asked.
 *
 * @param fleet     what the mails are signed with: {@code davinci-labs prod}
 * @param statusUrl the status page
 */
record LetterWriter(String fleet, String statusUrl) {
    private static final int NAMED_IN_SUBJECT = 3;

    Letter write(Notice notice) {
        var told = Told.all(notice);
        var tone = told.get(0).tone();
        return new Letter(fleet, subject(told), preview(told), tone, told.stream().map(Told::item).toList(), statusUrl,
                reason(told, tone));
    }

    private static String subject(List<Told> told) {
        if (told.size() == 1) {
            return oneLine(told.get(0).sentence());
        }
        var byTone = told.stream().collect(Collectors.groupingBy(Told::tone, java.util.TreeMap::new,
                Collectors.toList()));
        return oneLine(byTone.entrySet().stream().map(some -> together(some.getKey(), some.getValue()))
                .collect(Collectors.joining("; ")));
    }

    private static String together(Tone tone, List<Told> told) {
        if (told.size() == 1) {
            return told.get(0).clause();
        }
        var state = switch (tone) {
            case DOWN -> "down";
            case BACK -> "back";
            case GONE -> "no longer watched";
        };
        var named = told.stream().limit(NAMED_IN_SUBJECT).map(one -> one.outage().title())
                .collect(Collectors.joining(", "));
        var more = told.size() - NAMED_IN_SUBJECT;
        return "%d apps are %s: %s%s".formatted(told.size(), state, named, more > 0 ? " and " + more + " more" : "");
    }

    private static String preview(List<Told> told) {
        return oneLine(told.stream().map(Told::sentence).collect(Collectors.joining(". "))) + ".";
    }

    private static String reason(List<Told> told, Tone tone) {
        var apps = told.size() == 1 ? told.get(0).outage().title() : "these apps";
        return "You are listed for mails about %s in the fleet's catalogue.%s".formatted(apps,
                tone == Tone.DOWN ? " Another mail follows as soon as it is over." : "");
    }

    /** Titles and servers' words go into a mail header. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
