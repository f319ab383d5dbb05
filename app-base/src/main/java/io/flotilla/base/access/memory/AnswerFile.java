package io.flotilla.base.access.memory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flotilla.base.access.memory.LastAnswers.Answer;
import io.flotilla.base.file.DurableFile;
import io.flotilla.base.file.Turn;
import org.jboss.logging.Logger;

/**
 * Keeps the last answers on disk, whole or not at all, so that a program that starts while the portal is away has them. Two
 * instances of an app on one machine share the file; what the last writer knew is what is kept.
 */
final class AnswerFile<V> {
    private static final Logger LOG = Logger.getLogger(AnswerFile.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final String whose;
    private final Function<V, JsonNode> write;
    private final Function<JsonNode, V> read;

    /**
     * @param whose whose answers to whom they are: what was said by others, or to others, is not taken
     * @param read  throws {@link IllegalArgumentException} if it cannot be read
     */
    AnswerFile(Path file, String whose, Function<V, JsonNode> write, Function<JsonNode, V> read) {
        this.file = file;
        this.whose = whose;
        this.write = write;
        this.read = read;
    }

    /** What was kept, in the order of its use; nothing if there is none, or none that can be read. */
    Map<String, Answer<V>> read() {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            var kept = JSON.readTree(file.toFile());
            return whose.equals(kept.path("whose").textValue()) ? answers(kept.path("answers")) : Map.of();
        } catch (IOException | IllegalArgumentException e) {
            LOG.warnf("%s, where the portal's last answers are kept, cannot be read and is not used: %s", file,
                    e.getMessage());
            return Map.of();
        }
    }

    private Map<String, Answer<V>> answers(JsonNode list) {
        var answers = new LinkedHashMap<String, Answer<V>>();
        for (var entry : list) {
            answers.put(entry.path("about").asText(), new Answer<>(read.apply(entry.path("answer")),
                    Optional.ofNullable(entry.path("etag").textValue()), Optional.empty()));
        }
        return answers;
    }

    /** Puts these in place of what was kept. */
    void write(Map<String, Answer<V>> answers) throws IOException {
        var kept = JSON.createObjectNode().put("whose", whose);
        var list = kept.putArray("answers");
        answers.forEach((about, answer) -> {
            var entry = list.addObject().put("about", about);
            answer.etag().ifPresent(etag -> entry.put("etag", etag));
            entry.set("answer", write.apply(answer.value()));
        });
        makeFolder();
        try (var turn = Turn.at(beside(".turn"))) {
            DurableFile.replace(file, kept.toString().getBytes(StandardCharsets.UTF_8), beside(".draft"));
        }
    }

    private Path beside(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    /** For the program's own eyes: it says who is in which group, and whoever could write here could let people in. */
    private void makeFolder() throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }
}
