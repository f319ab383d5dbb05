package io.flotilla.base.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ChromiumTest {
    @Test
    void rendersAPage() {
        try (var chromium = Chromium.launch(); var page = chromium.browser().newPage()) {
            page.setContent("<h1>ahoy</h1>");
            assertEquals("ahoy", page.textContent("h1"));
        }
    }
}
