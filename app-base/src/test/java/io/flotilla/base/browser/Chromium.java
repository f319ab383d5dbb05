package io.flotilla.base.browser;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/**
 * The browser of the tests. A running one is used if {@code FLOTILLA_BROWSER} names its DevTools address
 * ({@code http://127.0.0.1:9222}); otherwise one is started, from {@code FLOTILLA_CHROMIUM} or from what
 * {@link ChromiumInstallation} finds or installs.
 */
public final class Chromium implements AutoCloseable {
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    /** Longer than any page takes to follow, even on a busy machine. */
    private static final double PATIENCE_MILLIS = 30_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts or joins a browser; close it when the test class is done. Every context made from it is a fresh profile. */
    public static Chromium launch() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        var playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            return new Chromium(playwright, open(playwright.chromium()));
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    private static Browser open(BrowserType chromium) {
        var running = System.getenv("FLOTILLA_BROWSER");
        if (running != null && !running.isBlank()) {
            return chromium.connectOverCDP(running);
        }
        return chromium.launch(new BrowserType.LaunchOptions()
                .setExecutablePath(ChromiumInstallation.executable())
                .setArgs(FLAGS));
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        try {
            browser.close();
        } finally {
            playwright.close();
        }
    }
}
