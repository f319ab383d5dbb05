package io.flotilla.deployer.aws.stack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.flotilla.base.catalogue.EnvironmentView;
import io.flotilla.deployer.aws.client.Asking;
import io.flotilla.deployer.aws.client.Aws;
import io.flotilla.deployer.aws.client.Lazy;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Image;

/** The machine images that an environment's berths name, all read by one call. */
public final class Images {
    private final Lazy<Map<String, Image>> found;

    public Images(Aws aws, EnvironmentView view) {
        var wanted = view.apps().stream().flatMap(app -> view.berth(app).ami().stream()).distinct().toList();
        found = new Lazy<>(() -> wanted.isEmpty() ? Map.of() : read(aws, wanted));
    }

    /** What the image calls its root device, such as {@code /dev/sda1}; empty if there is no such image. */
    Optional<String> rootDevice(String ami) {
        return Optional.ofNullable(found.get().get(ami)).map(Image::rootDeviceName);
    }

    /** Whether this account may start instances from the image, in this region. */
    public boolean has(String ami) {
        return found.get().containsKey(ami);
    }

    /** By a filter, because a call that names ids fails as a whole if one of them is missing. */
    private static Map<String, Image> read(Aws aws, List<String> wanted) {
        return Asking.ask("ec2:DescribeImages", "the berths' images", () -> aws.ec2()
                .describeImagesPaginator(request -> request.filters(
                        Filter.builder().name("image-id").values(wanted).build()))
                .images().stream().collect(Collectors.toMap(Image::imageId, image -> image, (one, same) -> one)));
    }
}
