package io.flotilla.base.access.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedAnswersTest {
    private static final Question<String> AWAY = (key, etag) -> reply(new Reply.Silent<>("the portal is away"));

    @TempDir
    Path folder;

    @Test
    void aRestartWhileThePortalIsAwayForgetsNothing() {
        try (var first = answers((key, etag) -> reply(new Reply.Said<>(key + "'s", Optional.of("1"))), "portal")) {
            assertEquals(Optional.of("ana's"), ask(first, "ana"));
            assertEquals(Optional.of("bo's"), ask(first, "bo"));
        }
        try (var second = answers(AWAY, "portal")) {
            assertEquals(Optional.of("ana's"), ask(second, "ana"));
            assertEquals(Optional.of("bo's"), ask(second, "bo"));
            assertEquals(Optional.empty(), ask(second, "cy"));
        }
    }

    @Test
    void anotherPortalsAnswersAreNotTaken() {
        learn();
        try (var other = answers(AWAY, "another portal")) {
            assertEquals(Optional.empty(), ask(other, "ana"));
        }
    }

    @Test
    void aFileThatIsNotOneIsNotUsedAndIsPutRight() throws IOException {
        for (var rubbish : new String[]{"", "{", "[]", "null", "{\"whose\":\"portal\",\"answers\":[{\"about\":1}]}",
                "{\"whose\":\"portal\",\"answers\":{\"a\":null}}", "\u0000\u0001"}) {
            learn();
            Files.writeString(file(), rubbish);
            try (var next = answers(AWAY, "portal")) {
                assertEquals(Optional.empty(), ask(next, "ana"), rubbish);
            }
            learn();
            try (var next = answers(AWAY, "portal")) {
                assertEquals(Optional.of("sales"), ask(next, "ana"), rubbish);
            }
        }
    }

    @Test
    void nobodyElseMayReadOrWriteThere() throws IOException {
        learn();
        assertEquals("rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(file().toAbsolutePath().getParent())));
    }

    @Test
    void aFolderThatCannotBeWrittenToStopsNobody() throws IOException {
        Files.writeString(folder.resolve("kept"), "a file where the folder should be");
        try (var first = answers((key, etag) -> reply(new Reply.Said<>("sales", Optional.empty())), "portal")) {
            assertEquals(Optional.of("sales"), ask(first, "ana"));
        }
        assertFalse(Files.isDirectory(folder.resolve("kept")));
    }

    private void learn() {
        try (var first = answers((key, etag) -> reply(new Reply.Said<>("sales", Optional.empty())), "portal")) {
            assertEquals(Optional.of("sales"), ask(first, "ana"));
        }
    }

    private Path file() {
        return folder.resolve("kept/answers.json");
    }

    private RememberedAnswers<String> answers(Question<String> question, String whose) {
        return new RememberedAnswers<>(question, 10, file(), whose, TextNode::new, json -> {
            if (!json.isTextual()) {
                throw new IllegalArgumentException("no text");
            }
            return json.textValue();
        });
    }

    private static Optional<String> ask(RememberedAnswers<String> answers, String key) {
        return answers.get(key).toCompletableFuture().join();
    }

    private static <V> CompletableFuture<Reply<V>> reply(Reply<V> reply) {
        return CompletableFuture.completedFuture(reply);
    }
}
