package io.flotilla.deployer.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.base.noticeboard.posting.RolloutPosting.State;
import io.flotilla.deployer.journal.Rollout.Entry;
import io.flotilla.deployer.journal.Rollout.Evidence;
import io.flotilla.deployer.journal.Rollout.Order;
import io.flotilla.deployer.journal.Rollout.Position;
import io.flotilla.deployer.journal.Rollout.Seen;
import io.flotilla.deployer.platform.Revisions.Version;
import io.flotilla.deployer.platform.ScalingProcess;

/** Journals as JSON, by hand, so that the native binary needs no reflection and no field changes its name by accident. */
public final class JournalJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JournalJson() {}

    static byte[] bytes(Journal.Page page) {
        var json = JSON.createObjectNode();
        page.holder().ifPresent(holder -> json.putObject("holder").put("name", holder.name()).put("host", holder.host())
                .put("since", holder.since().toString()).put("until", holder.until().toString())
                .put("token", holder.token()));
        page.rollout().ifPresent(rollout -> json.set("rollout", json(rollout)));
        return bytes(json);
    }

    static byte[] bytes(JsonNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Journal.Page page(byte[] body, String key) {
        return parse(body, key, json -> new Journal.Page(maybe(json, "holder", JournalJson::holder),
                maybe(json, "rollout", JournalJson::rollout)));
    }

    /** @throws UncheckedIOException if it is something else; the message names the key */
    static <T> T parse(byte[] body, String key, Function<JsonNode, T> form) {
        try {
            return form.apply(JSON.readTree(body));
        } catch (IOException | DateTimeException | IllegalArgumentException | NullPointerException e) {
            throw new UncheckedIOException(new IOException(
                    "\"%s\" on the noticeboard is not what a deployer of this version writes there (%s); look at it, and remove it if no rollout is under way"
                            .formatted(key, e.getMessage()),
                    e));
        }
    }

    /** A rollout as {@code history --json} and the journal have it. */
    public static ObjectNode json(Rollout rollout) {
        var json = JSON.createObjectNode().put("id", rollout.id()).put("app", rollout.app())
                .put("state", rollout.state().name()).put("startedBy", rollout.order().startedBy())
                .put("startedAt", rollout.order().startedAt().toString()).put("step", rollout.step().name())
                .put("since", rollout.since().toString()).put("back", rollout.isBack());
        rollout.from().ifPresent(from -> json.set("from", json(from)));
        json.set("to", json(rollout.to()));
        rollout.endedAt().ifPresent(end -> json.put("endedAt", end.toString()));
        rollout.failure().ifPresent(failure -> json.put("failure", failure));
        json.set("terms", json(rollout.terms()));
        rollout.facts().ifPresent(facts -> {
            var noted = json.putObject("facts").put("capacity", facts.capacity()).put("serving", facts.serving());
            var suspended = noted.putArray("suspended");
            facts.suspended().stream().sorted().forEach(process -> suspended.add(process.key()));
            var old = noted.putArray("old");
            facts.old().forEach(old::add);
        });
        var evidence = json.putArray("evidence");
        rollout.evidence().forEach(one -> evidence.addObject().put("about", one.about()).put("text", one.text()));
        var seen = json.putArray("seen");
        rollout.seen().forEach(one -> seen.addObject().put("id", one.id()).put("fresh", one.fresh())
                .put("state", one.state()).put("why", one.why()));
        var entries = json.putArray("entries");
        rollout.entries().forEach(one -> entries.addObject().put("at", one.at().toString()).put("text", one.text()));
        return json;
    }

    private static ObjectNode json(Version version) {
        return JSON.createObjectNode().put("version", version.id()).put("revision", version.revision());
    }

    private static ObjectNode json(Terms terms) {
        var json = JSON.createObjectNode().put("healthyWithin", terms.healthyWithin().toString())
                .put("url", terms.url()).put("path", terms.path()).put("statusFrom", terms.statusFrom())
                .put("statusTo", terms.statusTo()).put("answers", terms.answers()).put("bake", terms.bake().toString());
        terms.hook().ifPresent(hook -> json.put("hook", hook));
        terms.approval().ifPresent(approval -> json.put("approval", approval.toString()));
        return json;
    }

    static Rollout rollout(JsonNode json) {
        return new Rollout(order(json), maybe(json, "facts", JournalJson::facts),
                new Position(Step.valueOf(text(json, "step")), time(json.required("since")),
                        json.required("back").asBoolean()),
                State.valueOf(text(json, "state")), maybe(json, "endedAt", JournalJson::time),
                maybe(json, "failure", JsonNode::asText),
                list(json.required("evidence"), one -> new Evidence(text(one, "about"), text(one, "text"))),
                list(json.required("seen"), one -> new Seen(text(one, "id"), one.required("fresh").asBoolean(),
                        text(one, "state"), text(one, "why"))),
                list(json.required("entries"), one -> new Entry(time(one.required("at")), text(one, "text"))));
    }

    private static Order order(JsonNode json) {
        return new Order(text(json, "id"), text(json, "app"), maybe(json, "from", JournalJson::version),
                version(json.required("to")), terms(json.required("terms")), text(json, "startedBy"),
                time(json.required("startedAt")));
    }

    private static Holder holder(JsonNode json) {
        return new Holder(text(json, "name"), text(json, "host"), time(json.required("since")),
                time(json.required("until")), text(json, "token"));
    }

    private static Version version(JsonNode json) {
        return new Version(text(json, "version"), text(json, "revision"));
    }

    private static Terms terms(JsonNode json) {
        return new Terms(Duration.parse(text(json, "healthyWithin")), text(json, "url"), text(json, "path"),
                json.required("statusFrom").asInt(), json.required("statusTo").asInt(),
                json.required("answers").asInt(), Duration.parse(text(json, "bake")),
                maybe(json, "hook", JsonNode::asText),
                maybe(json, "approval", approval -> Duration.parse(approval.asText())));
    }

    private static Facts facts(JsonNode json) {
        return new Facts(json.required("capacity").asInt(), json.required("serving").asInt(),
                new HashSet<>(list(json.required("suspended"),
                        process -> ScalingProcess.named(process.asText()).orElseThrow())),
                list(json.required("old"), JsonNode::asText));
    }

    static Instant time(JsonNode json) {
        return Instant.parse(json.asText());
    }

    static String text(JsonNode json, String name) {
        return json.required(name).asText();
    }

    private static <T> Optional<T> maybe(JsonNode json, String name, Function<JsonNode, T> form) {
        return Optional.ofNullable(json.get(name)).map(form);
    }

    static <T> List<T> list(JsonNode json, Function<JsonNode, T> form) {
        var list = new ArrayList<T>();
        json.forEach(one -> list.add(form.apply(one)));
        return list;
    }
}
