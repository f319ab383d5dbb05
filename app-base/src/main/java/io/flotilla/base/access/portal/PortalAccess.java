package io.flotilla.base.access.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import io.flotilla.base.access.AccessAnswer;
import io.flotilla.base.access.AccessSource;
import io.flotilla.base.access.Person;
import io.flotilla.base.access.memory.RememberedAnswers;

/** Asks the portal who may open this app, for each person; {@link RememberedAnswers} says how often, and what if it is away. */
public final class PortalAccess implements AccessSource, AutoCloseable {
    /** The most people whose answers are remembered. */
    static final int PEOPLE = 10_000;

    private final RememberedAnswers<AccessAnswer> answers;

    /**
     * Reads what was kept; blocks for that.
     *
     * @param folder where the last answers are kept
     */
    public PortalAccess(Portal portal, Path folder) {
        this(portal, folder, PortalClient.PATIENCE);
    }

    PortalAccess(Portal portal, Path folder, Duration patience) {
        var client = new PortalClient(portal, patience);
        var path = "apps/%s?person=".formatted(encoded(portal.app()));
        answers = new RememberedAnswers<>(
                (person, etag) -> client.get(path + encoded(person), etag, AnswerJson::read), PEOPLE,
                folder.resolve("access-%s.json".formatted(portal.app())), portal.toString(),
                answer -> AnswerJson.write(portal.app(), answer), AnswerJson::read);
    }

    @Override
    public CompletionStage<Optional<AccessAnswer>> about(Person person) {
        return answers.get(person.id());
    }

    @Override
    public void close() {
        answers.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
