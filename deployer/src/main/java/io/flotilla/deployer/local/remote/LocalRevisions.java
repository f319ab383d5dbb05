package io.flotilla.deployer.local.remote;

import java.util.ArrayList;
import java.util.List;

import io.flotilla.deployer.platform.Revisions;

/** The versions that an app was applied in on this machine. They are there as soon as they are known. */
final class LocalRevisions implements Revisions {
    private final AppOrders orders;

    LocalRevisions(AppOrders orders) {
        this.orders = orders;
    }

    @Override
    public boolean settled() {
        orders.give("describe");
        return true;
    }

    @Override
    public List<Version> all() {
        var versions = new ArrayList<Version>();
        orders.give("versions")
                .forEach(one -> versions.add(new Version(one.get("id").asText(), one.get("revision").asText())));
        return versions;
    }
}
