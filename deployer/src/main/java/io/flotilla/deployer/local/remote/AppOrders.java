package io.flotilla.deployer.local.remote;

import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.deployer.local.control.ControlClient;

/** Orders about one app. */
record AppOrders(ControlClient client, String app) {

    JsonNode give(String order) {
        return give(order, arguments -> {});
    }

    JsonNode give(String order, Consumer<ObjectNode> more) {
        var arguments = ControlClient.arguments().put("app", app);
        more.accept(arguments);
        return client.order(order, arguments);
    }
}
