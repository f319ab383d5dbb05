package io.flotilla.deployer.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.deployer.platform.stack.Revision;
import io.flotilla.deployer.platform.stack.Running;
import io.flotilla.deployer.platform.stack.Stack;
import io.flotilla.deployer.status.Status.AppStatus;

/** What runs, for a program. */
public final class StatusJson {
    private StatusJson() {}

    /**
     * {@code {"fleet","environment","at","shared":null,"apps":[{"app","stack":null,"stale":false,"newest":null,
     * "healthy":1,"registered":1,"instances":[{"id","revision","state","since"}]}]}}; stacks by the platform's word for
     * their status, times in ISO 8601.
     */
    public static ObjectNode of(Status status) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("fleet", status.fleet()).put("environment", status.environment().key())
                .put("at", status.at().toString()).put("shared", status.shared().map(Stack::status).orElse(null));
        var apps = json.putArray("apps");
        status.apps().forEach(app -> apps.add(app(app)));
        return json;
    }

    private static ObjectNode app(AppStatus app) {
        var json = JsonNodeFactory.instance.objectNode().put("app", app.app())
                .put("stack", app.stack().map(Stack::status).orElse(null)).put("stale", app.isStale())
                .put("newest", app.newest().revision().map(Revision::code).orElse(null))
                .put("healthy", app.targets().map(Status.Targets::healthy).orElse(0))
                .put("registered", app.targets().map(Status.Targets::registered).orElse(0));
        var instances = json.putArray("instances");
        app.running().forEach(instance -> instances.add(instance(instance)));
        return json;
    }

    private static ObjectNode instance(Running instance) {
        return JsonNodeFactory.instance.objectNode().put("id", instance.instance())
                .put("revision", instance.revision().code()).put("state", instance.state())
                .put("since", instance.since().toString());
    }
}
