package io.flotilla.deployer.local.remote;

import java.util.List;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.base.noticeboard.FolderNoticeboard;
import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.deployer.local.control.ControlClient;
import io.flotilla.deployer.platform.Finding;
import io.flotilla.deployer.platform.Platform;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.Ports;
import io.flotilla.deployer.platform.stack.Sources;
import io.flotilla.deployer.platform.stack.Stacks;
import io.flotilla.deployer.terminal.Failure;

/** The fleet that runs on this machine, commanded from another process. */
public final class LocalPlatform implements Platform {
    private final EnvironmentView view;
    private final ControlClient client;

    private LocalPlatform(EnvironmentView view, ControlClient client) {
        this.view = view;
        this.client = client;
    }

    /** @throws Failure if no fleet runs here */
    public static LocalPlatform open(EnvironmentView view) {
        return new LocalPlatform(view, new ControlClient(RunningFleet.stateOf(view)));
    }

    @Override
    public Ports ports(App app) {
        var orders = new AppOrders(client, app.name());
        return new Ports(new LocalInstances(orders), new LocalTargets(orders), new LocalRevisions(orders),
                new LocalFront(view.environment().origin()));
    }

    @Override
    public Stacks stacks() {
        return new LocalStacks(view, client);
    }

    @Override
    public Sources sources() {
        return new LocalSources(client);
    }

    @Override
    public List<Finding> examine() {
        try {
            client.order("present", ControlClient.arguments());
            return List.of(Finding.fine("the fleet", "it runs, and keeps its state in " + client.state()));
        } catch (PlatformFailure failure) {
            return List.of(Finding.wrong("the fleet", failure.reason()));
        }
    }

    @Override
    public Noticeboard noticeboard() {
        return new FolderNoticeboard(client.state().resolve("noticeboard"));
    }

    @Override
    public void close() {
        // Nothing is held open between two orders.
    }
}
