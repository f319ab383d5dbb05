package io.flotilla.deployer.platform;

import java.util.List;
import java.util.Optional;

/** Which launch template version brings which revision. Versions are made when an app is applied, and never change. */
public interface Revisions {

    /**
     * A version of the launch template.
     *
     * @param id       its number as text, such as {@code 7}
     * @param revision what its instances run: the commit or digest in the tag {@code flotilla:revision} that it gives them
     */
    record Version(String id, String revision) {}

    /**
     * Whether nothing is being changed underneath: the app's stack is in a {@code _COMPLETE} state.
     *
     * @throws PlatformFailure.Final if the stack is not there, or failed so that a person must mend it; the reason says how
     */
    boolean settled();

    /** All versions, oldest first ({@code DescribeLaunchTemplateVersions}); the last is what applying brought. */
    List<Version> all();

    /** The newest version; never empty once the app was applied. */
    default Version newest() {
        var all = all();
        return all.get(all.size() - 1);
    }

    /** The version with this id. */
    default Optional<Version> version(String id) {
        return all().stream().filter(version -> version.id().equals(id)).findFirst();
    }

    /** The newest version that brings a revision whose name begins so; commits are often given by their first digits. */
    default Optional<Version> bringing(String revision) {
        return all().stream().filter(version -> version.revision().startsWith(revision))
                .reduce((older, newer) -> newer);
    }
}
