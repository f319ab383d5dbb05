package io.flotilla.monitor.notice.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.flotilla.monitor.notice.CertificateWarning;
import io.flotilla.monitor.notice.mail.Letter.Fact;
import io.flotilla.monitor.notice.mail.Letter.Item;
import io.flotilla.monitor.notice.mail.Letter.Tone;

/** What a notice tells of a certificate that is about to run out. */
final class Expiring {
    private Expiring() {}

    static Subject subject(CertificateWarning warning) {
        var left = Time.length(Duration.between(warning.at(), warning.expires()));
        var clause = "The certificate of %s runs out in %s".formatted(warning.host(), left);
        var facts = List.of(new Fact("Valid until", Time.of(warning.expires())), new Fact("Left", left),
                new Fact("What then", "browsers warn people, and every app behind it counts as down"));
        return new Subject(Tone.EXPIRING, warning.host(), clause, clause, new Item(Tone.EXPIRING, "Certificate",
                warning.host(), "https://" + warning.host() + "/", facts, Optional.empty()));
    }
}
