package io.flotilla.deployer.local.remote;

import java.util.Set;

import io.flotilla.deployer.local.control.Wire;
import io.flotilla.deployer.platform.Group;
import io.flotilla.deployer.platform.Instances;
import io.flotilla.deployer.platform.ScalingProcess;

/** An app's processes on this machine, which the running fleet keeps. */
final class LocalInstances implements Instances {
    private final AppOrders orders;

    LocalInstances(AppOrders orders) {
        this.orders = orders;
    }

    @Override
    public Group describe() {
        return Wire.group(orders.give("describe"));
    }

    @Override
    public void suspend(Set<ScalingProcess> processes) {
        orders.give("suspend", arguments -> arguments.set("processes", Wire.processes(processes)));
    }

    @Override
    public void resume(Set<ScalingProcess> processes) {
        orders.give("resume", arguments -> arguments.set("processes", Wire.processes(processes)));
    }

    @Override
    public void setDesired(int desired) {
        orders.give("setDesired", arguments -> arguments.put("desired", desired));
    }

    @Override
    public void moveTo(String version) {
        orders.give("moveTo", arguments -> arguments.put("version", version));
    }

    @Override
    public void retire(String instance) {
        orders.give("terminate", arguments -> arguments.put("instance", instance).put("decrement", true));
    }

    @Override
    public void replace(String instance) {
        orders.give("terminate", arguments -> arguments.put("instance", instance).put("decrement", false));
    }

    @Override
    public void markHealthy(String instance) {
        orders.give("markHealthy", arguments -> arguments.put("instance", instance));
    }

    @Override
    public String console(String instance) {
        return orders.give("console", arguments -> arguments.put("instance", instance)).get("text").asText();
    }
}
