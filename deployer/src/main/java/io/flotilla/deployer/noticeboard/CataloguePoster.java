package io.flotilla.deployer.noticeboard;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.base.noticeboard.Noticeboard.Posting;
import io.flotilla.base.noticeboard.Noticeboard.Superseded;

/** Leaves the catalogue on an environment's noticeboard, where the portal and the monitor read it. */
public final class CataloguePoster {
    private static final String KEY = "catalogue";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Noticeboard noticeboard;
    private final Clock clock;

    public CataloguePoster(Noticeboard noticeboard, Clock clock) {
        this.noticeboard = noticeboard;
        this.clock = clock;
    }

    /** What came of it. */
    public enum Outcome {
        POSTED, UNCHANGED
    }

    /**
     * Posts the file as it is, its {@code ${VARIABLES}} not filled in, over what is posted now.
     *
     * @param file   the file's name, for those who read of its problems
     * @param yaml   its text
     * @param person who posts it
     * @throws Superseded if somebody else posted in between
     */
    public Outcome post(String file, String yaml, String person) throws Superseded {
        var current = noticeboard.read(KEY);
        if (current.flatMap(CataloguePoster::yaml).filter(yaml::equals).isPresent()) {
            return Outcome.UNCHANGED;
        }
        write(current, body(file, yaml, person));
        return Outcome.POSTED;
    }

    private void write(Optional<Posting> current, byte[] body) throws Superseded {
        if (current.isPresent()) {
            noticeboard.replace(current.get(), body);
        } else {
            noticeboard.create(KEY, body);
        }
    }

    private byte[] body(String file, String yaml, String person) {
        return JSON.createObjectNode()
                .put("file", file)
                .put("yaml", yaml)
                .put("postedBy", person)
                .put("postedAt", clock.instant().toString())
                .toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Empty for a posting that nobody can read: it is written over. */
    private static Optional<String> yaml(Posting posting) {
        try {
            return Optional.ofNullable(JSON.readTree(new String(posting.body(), StandardCharsets.UTF_8)).get("yaml"))
                    .filter(JsonNode::isTextual).map(JsonNode::asText);
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }
}
