package io.flotilla.deployer.platform.identity;

import java.util.List;

/**
 * What has to change at the identity provider so that people can sign in to exactly the apps of the catalogue.
 *
 * @param adds    what is to be there, such as {@code callback https://labs.example.com/sales/sign-in}
 * @param removes what is to be there no more
 */
public record Registration(List<String> adds, List<String> removes) {
    public Registration {
        adds = List.copyOf(adds);
        removes = List.copyOf(removes);
    }

    public boolean isNothing() {
        return adds.isEmpty() && removes.isEmpty();
    }
}
