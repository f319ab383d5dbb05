package io.flotilla.deployer.local.remote;

import java.util.List;

import io.flotilla.deployer.local.control.Wire;
import io.flotilla.deployer.platform.Targets;

/** An app's targets at the gateway. */
final class LocalTargets implements Targets {
    private final AppOrders orders;

    LocalTargets(AppOrders orders) {
        this.orders = orders;
    }

    @Override
    public List<Target> health() {
        return Wire.targets(orders.give("health"));
    }

    @Override
    public void register(String instance) {
        orders.give("register", arguments -> arguments.put("instance", instance));
    }

    @Override
    public void deregister(String instance) {
        orders.give("deregister", arguments -> arguments.put("instance", instance));
    }
}
