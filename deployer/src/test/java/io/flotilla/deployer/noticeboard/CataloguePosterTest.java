package io.flotilla.deployer.noticeboard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flotilla.base.noticeboard.FolderNoticeboard;
import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.deployer.noticeboard.CataloguePoster.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CataloguePosterTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;
    private Noticeboard noticeboard;
    private CataloguePoster poster;

    @BeforeEach
    void setUp() {
        noticeboard = new FolderNoticeboard(folder);
        poster = new CataloguePoster(noticeboard, CLOCK);
    }

    @Test
    void theFirstCatalogueIsPostedUnexpandedWithWhoAndWhen() throws Exception {
        assertEquals(Outcome.POSTED, poster.post("fleet.yaml", "fleet: ${FLEET}\n", "uma"));
        var posted = new ObjectMapper().readTree(noticeboard.read("catalogue").orElseThrow().body());
        assertEquals("fleet.yaml", posted.get("file").asText());
        assertEquals("fleet: ${FLEET}\n", posted.get("yaml").asText());
        assertEquals("uma", posted.get("postedBy").asText());
        assertEquals("2026-01-02T03:04:05Z", posted.get("postedAt").asText());
    }

    @Test
    void aChangedCatalogueReplacesTheOneBefore() throws Exception {
        poster.post("fleet.yaml", "fleet: a\n", "uma");
        assertEquals(Outcome.POSTED, poster.post("fleet.yaml", "fleet: b\n", "uma"));
        var posted = new ObjectMapper().readTree(noticeboard.read("catalogue").orElseThrow().body());
        assertEquals("fleet: b\n", posted.get("yaml").asText());
    }

    @Test
    void theSameCatalogueIsNotPostedAgain() throws Exception {
        poster.post("fleet.yaml", "fleet: a\n", "uma");
        var before = noticeboard.read("catalogue").orElseThrow();
        assertEquals(Outcome.UNCHANGED, poster.post("fleet.yaml", "fleet: a\n", "olivia"));
        assertArrayEquals(before.body(), noticeboard.read("catalogue").orElseThrow().body());
    }

    @Test
    void aPostingThatNobodyCanReadIsWrittenOver() throws Exception {
        noticeboard.create("catalogue", "{".getBytes(StandardCharsets.UTF_8));
        assertEquals(Outcome.POSTED, poster.post("fleet.yaml", "fleet: a\n", "uma"));
    }
}
