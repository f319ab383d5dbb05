package io.flotilla.base.access.portal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import io.flotilla.base.access.AccessRules;
import io.flotilla.base.access.FleetAccess;
import io.flotilla.base.access.memory.RememberedAnswers;

/** Asks the portal who may open each app of the fleet, as the health-monitor and the console may. */
public final class PortalFleet implements FleetAccess, AutoCloseable {
    private final RememberedAnswers<Map<String, AccessRules>> answers;

    /** Reads what was kept; blocks for that. */
    public PortalFleet(Portal portal, Path folder) {
        this(portal, folder, PortalClient.PATIENCE);
    }

    PortalFleet(Portal portal, Path folder, Duration patience) {
        var client = new PortalClient(portal, patience);
        answers = new RememberedAnswers<>((all, etag) -> client.get("apps", etag, FleetJson::read), 1,
                folder.resolve("access-fleet-of-%s.json".formatted(portal.app())), portal.toString(), FleetJson::write,
                FleetJson::read);
    }

    @Override
    public CompletionStage<Optional<Map<String, AccessRules>>> rules() {
        return answers.get("all");
    }

    @Override
    public void close() {
        answers.close();
    }
}
