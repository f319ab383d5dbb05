package io.flotilla.monitor.notice.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.flotilla.monitor.notice.Notice;
import io.flotilla.monitor.notice.mail.Letter.Tone;

/**
 * Turns a notice into a letter. It uses nothing but what the notice has stored, so that it writes the same letter however
 * often, and however late, it is asked.
 *
 * @param fleet     what the mails are signed with: {@code davinci-labs prod}
 * @param statusUrl the status page, with a slash at its end
 */
record LetterWriter(String fleet, String statusUrl) {
    private static final int NAMED_IN_SUBJECT = 3;

    Letter write(Notice notice) {
        var told = new ArrayList<>(Told.all(notice, statusUrl));
        notice.certificates().stream().map(Expiring::subject).forEach(told::add);
        told.sort((one, other) -> one.tone().compareTo(other.tone()));
        var tone = told.get(0).tone();
        return new Letter(fleet, subject(told), preview(told), tone, told.stream().map(Subject::item).toList(),
                statusUrl, reason(told, tone));
    }

    private static String subject(List<Subject> told) {
        if (told.size() == 1) {
            return oneLine(told.get(0).sentence());
        }
        var byTone = told.stream().collect(Collectors.groupingBy(Subject::tone, TreeMap::new, Collectors.toList()));
        return oneLine(byTone.entrySet().stream().map(some -> together(some.getKey(), some.getValue()))
                .collect(Collectors.joining("; ")));
    }

    private static String together(Tone tone, List<Subject> told) {
        if (told.size() == 1) {
            return told.get(0).clause();
        }
        var state = switch (tone) {
            case DOWN -> "apps are down";
            case EXPIRING -> "certificates run out";
            case BACK -> "apps are back";
            case GONE -> "apps are no longer watched";
        };
        var named = told.stream().limit(NAMED_IN_SUBJECT).map(Subject::title).collect(Collectors.joining(", "));
        var more = told.size() - NAMED_IN_SUBJECT;
        return "%d %s: %s%s".formatted(told.size(), state, named, more > 0 ? " and " + more + " more" : "");
    }

    private static String preview(List<Subject> told) {
        return oneLine(told.stream().map(Subject::sentence).collect(Collectors.joining(". "))) + ".";
    }

    private static String reason(List<Subject> told, Tone tone) {
        var apps = told.size() == 1 ? told.get(0).title() : "these apps";
        return "You are listed for mails about %s in the fleet's catalogue.%s".formatted(apps,
                tone == Tone.DOWN ? " Another mail follows as soon as it is over." : "");
    }

    /** Titles and servers' words go into a mail header. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
