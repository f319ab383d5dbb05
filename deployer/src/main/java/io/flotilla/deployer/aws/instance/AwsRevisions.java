package io.flotilla.deployer.aws.instance;

import java.util.Comparator;
import java.util.List;

import io.flotilla.deployer.aws.client.Asking;
import io.flotilla.deployer.aws.client.Aws;
import io.flotilla.deployer.aws.stack.Tags;
import io.flotilla.deployer.platform.PlatformFailure;
import io.flotilla.deployer.platform.Revisions;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;

/** The versions of an app's launch template. */
final class AwsRevisions implements Revisions {
    private final Aws aws;
    private final AppResources app;

    AwsRevisions(Aws aws, AppResources app) {
        this.aws = aws;
        this.app = app;
    }

    @Override
    public boolean settled() {
        var status = app.describe().stackStatusAsString();
        if (status.endsWith("_IN_PROGRESS")) {
            return false;
        } else if (status.endsWith("_FAILED") || status.equals("ROLLBACK_COMPLETE")) {
            throw new PlatformFailure.Final(app.stack(),
                    "its stack is %s; apply the app again, or look at it in the console of AWS".formatted(status),
                    null);
        }
        return true;
    }

    @Override
    public List<Version> all() {
        return Asking.ask("ec2:DescribeLaunchTemplateVersions", app.stack(), () -> aws.ec2()
                .describeLaunchTemplateVersionsPaginator(request -> request.launchTemplateId(app.launchTemplate()))
                .launchTemplateVersions().stream()
                .sorted(Comparator.comparingLong(LaunchTemplateVersion::versionNumber))
                .map(version -> new Version(version.versionNumber().toString(), revision(version))).toList());
    }

    private static String revision(LaunchTemplateVersion version) {
        return version.launchTemplateData().tagSpecifications().stream()
                .flatMap(specification -> specification.tags().stream())
                .filter(tag -> tag.key().equals(Tags.REVISION)).map(tag -> tag.value()).findFirst().orElse("unknown");
    }
}
