package io.flotilla.monitor.notice.mail;

import static io.flotilla.monitor.notice.mail.SampleNotices.back;
import static io.flotilla.monitor.notice.mail.SampleNotices.down;
import static io.flotilla.monitor.notice.mail.SampleNotices.still;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.flotilla.base.browser.Chromium;
import io.flotilla.monitor.MonitorResource;
import io.flotilla.monitor.notice.Notice;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MonitorResource.class)
class NoticeMailTest {
    private static final NoticeMail MAIL = new NoticeMail("davinci-labs prod", "https://labs.example.com/health/");
    private static final Notice MIXED = SampleNotices.expiring(SampleNotices.rolling("LMS Data Portal", true),
            still("Warehouse", Duration.ofHours(4)), back("Sales", Duration.ofSeconds(725)));

    private static Chromium chromium;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void theTextReadsWellOnItsOwn() {
        assertEquals("""
                Sales is down: 503 Service Unavailable

                DOWN  Sales
                https://labs.example.com/portal_lms/

                  Down since        24 Nov 2026, 10:02:13 UTC
                  First failure     503 Service Unavailable, 24 Nov 2026, 10:00:13 UTC
                  Last good answer  200 OK in 43 ms, 24 Nov 2026, 09:59:13 UTC

                  Acknowledge: https://labs.example.com/health/outages/outage of Sales

                Status page: https://labs.example.com/health/

                --\s
                davinci-labs prod
                You are listed for mails about Sales in the fleet's catalogue. Another mail follows as soon as it is over.
                """, MAIL.compose(SampleNotices.of(down("Sales"))).text());
    }

    @Test
    void theSameNoticeIsAlwaysTheSameMail() {
        assertEquals(MAIL.compose(MIXED), MAIL.compose(MIXED));
    }

    @Test
    void noTitleBecomesMarkup() {
        var mail = MAIL.compose(SampleNotices.of(down("<img src=x onerror=alert(1)>")));

        assertFalse(mail.html().contains("<img"));
        assertTrue(mail.text().contains("<img"), "plain text needs no escaping");
    }

    @Test
    void theHtmlLoadsNothing() {
        try (var page = open(ColorScheme.LIGHT, 800)) {
            page.onRequest(request -> {
                throw new AssertionError("the mail asks for " + request.url());
            });
            page.setContent(MAIL.compose(MIXED).html());
        }
    }

    @Test
    void theHtmlIsReadableInLightInDarkAndOnAPhone() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var width : List.of(800, 360)) {
                try (var page = open(scheme, width)) {
                    page.setContent(MAIL.compose(MIXED).html());
                    page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                            .setPath(Path.of("target/mail/%s-%d.png".formatted(scheme.name().toLowerCase(), width))));

                    var violations = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa")).analyze()
                            .getViolations();
                    assertEquals(List.of(), violations.stream().map(rule -> rule.getId() + rule.getNodes()).toList());
                    assertEquals(width, page.evaluate("document.documentElement.scrollWidth"));
                }
            }
        }
    }

    private static Page open(ColorScheme scheme, int width) {
        return chromium.browser().newContext(new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900))
                .newPage();
    }
}
