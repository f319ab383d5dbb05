package io.flotilla.deployer.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.base.noticeboard.Noticeboard;
import io.flotilla.deployer.aws.client.Asking;
import io.flotilla.deployer.aws.client.Aws;
import io.flotilla.deployer.aws.client.Lazy;
import io.flotilla.deployer.aws.stack.Images;
import io.flotilla.deployer.platform.Finding;
import io.flotilla.deployer.platform.stack.Newest;
import io.flotilla.deployer.platform.stack.Sources;
import software.amazon.awssdk.services.ec2.model.Filter;

/** Looks at what an environment on AWS needs of its surroundings. */
final class Doctor {
    private final EnvironmentView view;
    private final Aws aws;
    private final Images images;
    private final Sources sources;
    private final Supplier<Noticeboard> noticeboard;

    Doctor(EnvironmentView view, Aws aws, Images images, Sources sources, Supplier<Noticeboard> noticeboard) {
        this.view = view;
        this.aws = aws;
        this.images = images;
        this.sources = sources;
        this.noticeboard = noticeboard;
    }

    List<Finding> examine() {
        var findings = new ArrayList<Finding>();
        findings.add(look("the account", this::account));
        findings.add(look("the network", this::network));
        findings.add(look("the certificate", this::certificate));
        findings.add(look("the noticeboard", () -> Finding.fine("the noticeboard",
                "%s holds %d postings".formatted(noticeboard.get(), noticeboard.get().keys("").size()))));
        var newest = new Lazy<>(() -> sources.newest(view.apps()));
        for (var app : view.apps()) {
            findings.add(look(app.name(), () -> app(app, newest.get().get(app.name()))));
        }
        return findings;
    }

    private static Finding look(String what, Supplier<Finding> look) {
        try {
            return look.get();
        } catch (RuntimeException failure) {
            return Finding.wrong(what, failure.getMessage());
        }
    }

    private Finding account() {
        var account = Asking.ask("sts:GetCallerIdentity", "the account", () -> aws.sts().getCallerIdentity());
        return Finding.fine("the account", "%s in %s, as %s".formatted(account.account(), aws.region(), account.arn()));
    }

    private Finding network() {
        var wanted = view.environment().subnets();
        var found = Asking.ask("ec2:DescribeSubnets", "the subnets", () -> aws.ec2().describeSubnetsPaginator(
                request -> request.filters(Filter.builder().name("subnet-id").values(wanted).build())).subnets()
                .stream()
                .toList());
        var vpc = view.environment().vpc().orElseThrow();
        var strangers = wanted.stream().filter(id -> found.stream()
                .noneMatch(subnet -> subnet.subnetId().equals(id) && subnet.vpcId().equals(vpc))).toList();
        var zones = found.stream().map(subnet -> subnet.availabilityZone()).distinct().count();
        if (!strangers.isEmpty()) {
            return Finding.wrong("the network", "not in %s: %s; name subnets of it under environments.%s.subnets"
                    .formatted(vpc, String.join(", ", strangers), view.environment().name().key()));
        }
        return zones < 2
                ? Finding.wrong("the network", "all subnets are in one zone, and a load balancer needs two")
                : Finding.fine("the network", "%d subnets of %s in %d zones".formatted(found.size(), vpc, zones));
    }

    private Finding certificate() {
        var arn = view.environment().certificate().orElseThrow();
        var region = arn.split(":", -1)[3];
        return region.equals(aws.region())
                ? Finding.fine("the certificate", "is in " + region)
                : Finding.wrong("the certificate",
                        "is in %s; the load balancer in %s takes only those of its own region"
                                .formatted(region, aws.region()));
    }

    private Finding app(App app, Newest newest) {
        var ami = view.berth(app).ami().orElseThrow();
        if (!images.has(ami)) {
            return Finding.wrong(app.name(), "there is no image %s in %s that this account may use".formatted(ami,
                    aws.region()));
        }
        return newest.revision().map(revision -> Finding.fine(app.name(), "image %s, newest revision %s".formatted(ami,
                revision))).orElseGet(() -> Finding.wrong(app.name(), newest.problem()));
    }
}
