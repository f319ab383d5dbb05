package io.flotilla.monitor.status.feed;

import java.time.Instant;
import java.util.List;

import io.flotilla.base.page.Formats;
import io.flotilla.monitor.fleet.Watched;
import io.flotilla.monitor.outage.Outage;

/**
 * An app's outages for a feed reader (RFC 4287). An entry changes when its outage ends.
 *
 * @param origin where the environment is, without a slash at the end
 * @param path   the monitor's path there
 */
record Atom(String fleet, String origin, String path) {
    static final int ENTRIES = 30;

    /** @param self where this feed is, below the origin */
    String feed(Watched watched, List<Outage> outages, String self, Instant now) {
        var updated = outages.stream().map(Atom::changed).max(Instant::compareTo).orElse(now);
        var xml = new StringBuilder("""
                <?xml version="1.0" encoding="utf-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom">
                <title>%s: outages</title>
                <id>%s</id>
                <updated>%s</updated>
                <author><name>%s</name></author>
                <link rel="self" href="%s"/>
                <link href="%s"/>
                """.formatted(Xml.text(watched.title()), Xml.text(origin + path + "apps/" + watched.app()), updated,
                Xml.text(fleet), Xml.text(origin + self), Xml.text(origin + path + "apps/" + watched.app())));
        outages.forEach(outage -> xml.append(entry(outage)));
        return xml.append("</feed>\n").toString();
    }

    private String entry(Outage outage) {
        var title = outage.ending()
                .map(end -> "%s was down for %s".formatted(outage.title(), Formats.words(outage.length(end.at()))))
                .orElse(outage.title() + " is down");
        var link = origin + path + "outages/" + outage.id();
        return """
                <entry>
                <title>%s</title>
                <id>%s</id>
                <updated>%s</updated>
                <published>%s</published>
                <link href="%s"/>
                <content type="text">%s</content>
                </entry>
                """.formatted(Xml.text(title), Xml.text(link), changed(outage), outage.began(), Xml.text(link),
                Xml.text("First failure: " + outage.firstBad().seen()));
    }

    private static Instant changed(Outage outage) {
        return outage.ending().map(Outage.Ending::at).orElse(outage.began());
    }
}
