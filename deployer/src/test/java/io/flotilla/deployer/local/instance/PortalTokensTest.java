package io.flotilla.deployer.local.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.noticeboard.FolderNoticeboard;
import io.flotilla.base.noticeboard.posting.TokenPosting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortalTokensTest {
    @TempDir
    Path folder;
    private StateFolder state;
    private FolderNoticeboard noticeboard;
    private PortalTokens tokens;

    @BeforeEach
    void open() {
        state = StateFolder.open(folder.resolve("state"));
        noticeboard = new FolderNoticeboard(state.noticeboard());
        tokens = new PortalTokens(state, noticeboard);
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Test
    void anAppGetsATokenOfItsOwnWhoseHashIsPosted() {
        var sales = tokens.handOut(app("Sales")).orElseThrow();

        assertEquals(64, sales.length());
        assertNotEquals(Optional.of(sales), tokens.handOut(app("Stock")));
        var posted = TokenPosting.read(noticeboard, "Sales").orElseThrow();
        assertTrue(posted.matches(sales));
        assertFalse(posted.sha256().contains(sales), "the noticeboard tells nobody the token");
    }

    @Test
    void theTokenStaysTheSameSoThatARolloutShutsNobodyOut() {
        var first = tokens.handOut(app("Sales"));

        assertEquals(first, tokens.handOut(app("Sales")));
        assertEquals(first, new PortalTokens(state, noticeboard).handOut(app("Sales")));
    }

    @Test
    void anotherTokensHashIsReplaced() throws Exception {
        TokenPosting.of("Sales", "another token").post(noticeboard);
        var token = tokens.handOut(app("Sales")).orElseThrow();

        assertTrue(TokenPosting.read(noticeboard, "Sales").orElseThrow().matches(token));
    }

    @Test
    void whoeverHasNobodyToAskGetsNone() {
        assertEquals(Optional.empty(), tokens.handOut(version("Portal", Map.of("FLOTILLA_PORTAL_PATH", "/portal/"),
                Optional.of(App.Role.PORTAL))));
        assertEquals(Optional.empty(), tokens.handOut(version("Identity",
                Map.of("FLOTILLA_PORTAL_PATH", "/portal/", "FLOTILLA_SAMPLE", "identity"), Optional.empty())));
        assertEquals(Optional.empty(), tokens.handOut(version("Sales", Map.of(), Optional.empty())), "no portal");
    }

    private static LaunchVersion app(String name) {
        return version(name, Map.of("FLOTILLA_PORTAL_PATH", "/portal/"), Optional.empty());
    }

    private static LaunchVersion version(String app, Map<String, String> settings, Optional<App.Role> role) {
        return new LaunchVersion(app, "1", "0".repeat(64), App.Runtime.JVM, "app.jar", Path.of("app.jar"),
                new TreeMap<>(settings), role);
    }
}
