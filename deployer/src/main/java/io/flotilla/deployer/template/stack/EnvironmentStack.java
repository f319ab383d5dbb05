package io.flotilla.deployer.template.stack;

import static io.flotilla.deployer.template.Value.field;
import static io.flotilla.deployer.template.Value.fields;
import static io.flotilla.deployer.template.Value.items;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentName;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.template.Output;
import io.flotilla.deployer.template.Resource;
import io.flotilla.deployer.template.Template;
import io.flotilla.deployer.template.Value;
import io.flotilla.deployer.template.Value.Fields;
import io.flotilla.deployer.template.Value.GetAtt;
import io.flotilla.deployer.template.Value.Ref;
import io.flotilla.deployer.template.stack.Names.Shared;
import io.flotilla.deployer.template.userdata.Bucket;

/** What the apps of an environment share: the load balancer with its listeners, and the security groups. */
public final class EnvironmentStack {
    /** TLS 1.2 and 1.3 with forward secrecy; AWS's recommendation for application load balancers. */
    private static final String TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";

    private final EnvironmentView view;

    private EnvironmentStack(EnvironmentView view) {
        this.view = view;
    }

    /** @param view of an environment on {@code platform: aws} */
    public static Template of(EnvironmentView view) {
        return new EnvironmentStack(view).template();
    }

    private Template template() {
        var resources = new LinkedHashMap<String, Resource>();
        resources.putAll(SecurityGroups.of(view));
        resources.put("LoadBalancer", loadBalancer());
        resources.put("HttpsListener", httpsListener());
        resources.put("HttpListener", httpListener());
        view.environment().extras().postgres().ifPresent(postgres -> resources.putAll(Database.of(view, postgres)));
        return new Template(Names.stack(view),
                "Flotilla: what the apps of %s share in %s".formatted(view.catalogue().fleet(), environment()),
                Map.of(), resources, outputs());
    }

    private String environment() {
        return view.environment().name().key();
    }

    private Resource loadBalancer() {
        return Resource.of("AWS::ElasticLoadBalancingV2::LoadBalancer",
                field("Type", "application"),
                field("Scheme", "internet-facing"),
                field("Subnets", items(view.environment().subnets())),
                field("SecurityGroups", items(new GetAtt(SecurityGroups.LOAD_BALANCER, "GroupId"))),
                field("LoadBalancerAttributes", items(attributes().toArray(Value[]::new))),
                Names.tagged(Names.tags(view)));
    }

    private List<Fields> attributes() {
        var attributes = new ArrayList<>(List.of(
                attribute("idle_timeout.timeout_seconds", "60"),
                attribute("routing.http.drop_invalid_header_fields.enabled", "true"),
                attribute("deletion_protection.enabled", isProd() ? "true" : "false")));
        view.environment().extras().accessLogs().flatMap(Bucket::of).ifPresent(logs -> {
            attributes.add(attribute("access_logs.s3.enabled", "true"));
            attributes.add(attribute("access_logs.s3.bucket", logs.bucket()));
            // Elastic Load Balancing adds the slash itself.
            attributes.add(attribute("access_logs.s3.prefix", logs.prefix().replaceFirst("/$", "")));
        });
        return attributes;
    }

    private boolean isProd() {
        return view.environment().name() == EnvironmentName.PROD;
    }

    private static Fields attribute(String key, String value) {
        return fields(field("Key", key), field("Value", value));
    }

    private Resource httpsListener() {
        return listener(443, "HTTPS", defaultAction()).with(
                field("Certificates", items(fields(
                        field("CertificateArn", view.environment().certificate().orElseThrow())))),
                field("SslPolicy", TLS_POLICY));
    }

    private Resource httpListener() {
        return listener(80, "HTTP", redirect("HTTP_301", field("Protocol", "HTTPS"), field("Port", "443")));
    }

    private Resource listener(int port, String protocol, Fields action) {
        return Resource.of("AWS::ElasticLoadBalancingV2::Listener",
                field("LoadBalancerArn", new Ref("LoadBalancer")),
                field("Port", port),
                field("Protocol", protocol),
                field("DefaultActions", items(action)));
    }

    /** Whoever asks for what no app serves is led to the portal; the host is ours, never the one the browser named. */
    private Fields defaultAction() {
        return view.withRole(App.Role.PORTAL).map(portal -> redirect("HTTP_302",
                field("Protocol", "HTTPS"),
                field("Host", view.environment().domain().orElseThrow()),
                field("Port", "443"),
                field("Path", portal.urlPath()),
                field("Query", ""))).orElseGet(EnvironmentStack::notFound);
    }

    private static Fields redirect(String status, Value.Field... target) {
        return fields(
                field("Type", "redirect"),
                field("RedirectConfig", fields(field("StatusCode", status)).and(target)));
    }

    private static Fields notFound() {
        return fields(
                field("Type", "fixed-response"),
                field("FixedResponseConfig", fields(
                        field("StatusCode", "404"),
                        field("ContentType", "text/plain"),
                        field("MessageBody", "No app of this fleet answers here."))));
    }

    private Map<String, Output> outputs() {
        var outputs = new LinkedHashMap<String, Output>();
        outputs.put(Shared.LISTENER.output, new Output("The listener that the apps add their rules to",
                new Ref("HttpsListener"), Optional.of(Shared.LISTENER.export(view))));
        outputs.put(Shared.INSTANCES.output, new Output("The security group of the apps' instances",
                new GetAtt(SecurityGroups.INSTANCES, "GroupId"), Optional.of(Shared.INSTANCES.export(view))));
        outputs.put("LoadBalancerName", new Output("The name that the domain's DNS record must lead to",
                new GetAtt("LoadBalancer", "DNSName"), Optional.empty()));
        view.environment().extras().postgres().ifPresent(postgres -> {
            outputs.put(Shared.DATABASE_CLIENTS.output, new Output("The security group of those who reach the database",
                    new GetAtt(Database.CLIENTS, "GroupId"), Optional.of(Shared.DATABASE_CLIENTS.export(view))));
            outputs.put(Database.ENDPOINT, new Output("The database's host name", Database.endpoint(),
                    Optional.empty()));
        });
        return outputs;
    }
}
