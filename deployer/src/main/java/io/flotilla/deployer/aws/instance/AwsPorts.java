package io.flotilla.deployer.aws.instance;

import io.flotilla.base.catalogue.App;
import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.aws.client.Aws;
import io.flotilla.deployer.platform.Ports;
import io.flotilla.deployer.template.stack.Names;

/** What a rollout of one app sees and does on AWS. */
public final class AwsPorts {
    private AwsPorts() {}

    public static Ports of(EnvironmentView view, App app, Aws aws) {
        var resources = new AppResources(aws, Names.stack(view, app));
        return new Ports(new AwsInstances(aws, resources), new AwsTargets(aws, resources),
                new AwsRevisions(aws, resources), new LoadBalancerFront(view.origin(app)));
    }
}
