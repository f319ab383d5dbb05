package io.flotilla.monitor.notice.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.flotilla.monitor.judge.Sighting;
import io.flotilla.monitor.notice.Notice;
import io.flotilla.monitor.notice.Notice.Kind;
import io.flotilla.monitor.notice.mail.Letter.Fact;
import io.flotilla.monitor.notice.mail.Letter.Item;
import io.flotilla.monitor.notice.mail.Letter.Tone;
import io.flotilla.monitor.outage.Outage;

/** All that one notice tells of one outage; its lines fold into one, because an app may go and come while they gather. */
record Told(Outage outage, Set<Kind> kinds, Instant at) {

    /** @param statusUrl the status page, with a slash at its end */
    static List<Subject> all(Notice notice, String statusUrl) {
        var byOutage = new LinkedHashMap<String, Told>();
        for (var line : notice.lines()) {
            byOutage.merge(line.outage().id(), new Told(line.outage(), EnumSet.of(line.kind()), line.at()), Told::and);
        }
        return byOutage.values().stream().map(told -> told.subject(statusUrl)).toList();
    }

    private Subject subject(String statusUrl) {
        return new Subject(tone(), outage.title(), clause(), sentence(), item(statusUrl + "outages/" + outage.id()));
    }

    private Told and(Told later) {
        var both = EnumSet.copyOf(kinds);
        both.addAll(later.kinds());
        return new Told(outage, both, later.at());
    }

    private Tone tone() {
        return !over() ? Tone.DOWN : ending().departed() ? Tone.GONE : Tone.BACK;
    }

    /** Whether the notice says that it is over; a notice made before the end goes on saying that it lasts. */
    private boolean over() {
        return kinds.contains(Kind.RECOVERY);
    }

    private boolean still() {
        return !over() && kinds.contains(Kind.REMINDER);
    }

    private Outage.Ending ending() {
        return outage.ending().orElseThrow();
    }

    private Duration length() {
        return Duration.between(outage.began(), over() ? ending().at() : at);
    }

    /** The outage as a clause of a subject: {@code Sales is down}. */
    private String clause() {
        return switch (tone()) {
            case DOWN -> still()
                    ? "%s is still down after %s".formatted(outage.title(), Time.length(length()))
                    : "%s is down%s".formatted(outage.title(),
                            outage.circumstances().rolling() ? " during a rollout" : "");
            case BACK -> kinds.contains(Kind.OUTAGE)
                    ? "%s was down for %s and is back".formatted(outage.title(), Time.length(length()))
                    : "%s is back after %s".formatted(outage.title(), Time.length(length()));
            case GONE, EXPIRING -> "%s is no longer watched".formatted(outage.title());
        };
    }

    /** The clause with its cause or time, for a mail that has nothing else to say. */
    private String sentence() {
        return tone() == Tone.DOWN ? clause() + ": " + outage.firstBad().seen() : clause();
    }

    private Item item(String page) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Down since", Time.of(outage.began())));
        if (over()) {
            facts.add(new Fact(tone() == Tone.GONE ? "Taken out" : "Back since", Time.of(ending().at())));
        }
        if (over() || still()) {
            facts.add(new Fact(over() ? "It lasted" : "So far", Time.length(length())));
        }
        facts.add(of("First failure", outage.firstBad()));
        facts.add(outage.lastGood().map(seen -> of("Last good answer", seen))
                .orElse(new Fact("Last good answer", "none since it is watched")));
        outage.circumstances().rollout().ifPresent(rollout -> facts
                .add(new Fact(outage.circumstances().rolling() ? "Rollout running" : "Last rollout", rollout)));
        outage.circumstances().behind().ifPresent(apps -> facts.add(new Fact("Apps behind it", apps)));
        if (over()) {
            ending().seen().ifPresent(seen -> facts.add(new Fact("Answers now", seen)));
        }
        return new Item(tone(), label(), outage.title(), outage.url(), facts,
                over() ? Optional.empty() : Optional.of(page));
    }

    private String label() {
        return switch (tone()) {
            case DOWN -> still() ? "Still down" : "Down";
            case BACK -> "Back up";
            case GONE, EXPIRING -> "No longer watched";
        };
    }

    private static Fact of(String name, Sighting sighting) {
        return new Fact(name, sighting.seen(), Time.of(sighting.at()));
    }
}
