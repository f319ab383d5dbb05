package io.flotilla.base.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumTest {
    @Test
    void rendersAPage() {
        try (var chromium = Chromium.launch(); var page = chromium.browser().newPage()) {
            page.setContent("<h1>ahoy</h1>");
            assertEquals("ahoy", page.textContent("h1"));
        }
    }

    @Test
    void aStubThatDoesNotRunIsNoBrowser(@TempDir Path folder) throws IOException {
        var stub = Files.writeString(folder.resolve("chromium-browser"), "#!/bin/sh\nexit 1\n");
        assertFalse(ChromiumInstallation.runs(stub), "not executable");
        stub.toFile().setExecutable(true);
        assertFalse(ChromiumInstallation.runs(stub));
        Files.writeString(stub, "#!/bin/sh\necho Chromium 1\n");
        assertTrue(ChromiumInstallation.runs(stub));
    }

    @Test
    void ubuntuHasNoPackageOfChromium() {
        assertTrue(ChromiumInstallation.isUbuntu("NAME=\"Ubuntu\"\nID=ubuntu\nID_LIKE=debian\n"));
        assertFalse(ChromiumInstallation.isUbuntu("NAME=\"Debian GNU/Linux\"\nID=debian\n"));
    }
}
