package io.flotilla.deployer.local.remote;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.flotilla.base.catalogue.App;
import io.flotilla.deployer.local.control.ControlClient;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.stack.Newest;
import io.flotilla.deployer.platform.stack.Revision;
import io.flotilla.deployer.platform.stack.Running;
import io.flotilla.deployer.platform.stack.Sources;

/** What the apps of this machine run, and what the last builds have left behind. */
final class LocalSources implements Sources {
    private final ControlClient client;

    LocalSources(ControlClient client) {
        this.client = client;
    }

    @Override
    public Map<String, Newest> newest(Collection<App> apps) {
        var newest = new LinkedHashMap<String, Newest>();
        apps.forEach(app -> newest.put(app.name(), newest(app)));
        return newest;
    }

    private Newest newest(App app) {
        try {
            var found = new AppOrders(client, app.name()).give("newest");
            return found.has("revision")
                    ? Newest.found(Revision.of(found.get("revision").asText()))
                    : Newest.missing(found.get("problem").asText());
        } catch (PlatformFailure.Final absent) {
            return Newest.missing(absent.reason());
        }
    }

    /** The artifact that the catalogue names is the newest as soon as it is built; there is nowhere to bring it. */
    @Override
    public Revision publish(App app, Path artifact) {
        return newest(app).revision().orElseThrow(() -> new PlatformFailure.Final("publish of " + app.name(),
                "there is nothing at " + artifact, null));
    }

    @Override
    public Revision publishGate(Path artifact) {
        throw new PlatformFailure.Final("publish of the gate", "on this machine no app has a gate before it", null);
    }

    @Override
    public List<Running> running() {
        var running = new ArrayList<Running>();
        client.order("running", ControlClient.arguments()).forEach(one -> running.add(new Running(
                one.get("app").asText(), one.get("instance").asText(), Revision.of(one.get("revision").asText()),
                one.get("state").asText().toLowerCase(Locale.ROOT).replace('_', ' '),
                Instant.parse(one.get("since").asText()))));
        return running;
    }
}
