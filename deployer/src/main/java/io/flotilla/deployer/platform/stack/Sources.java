package io.flotilla.deployer.platform.stack;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.flotilla.base.catalogue.App;

/** What the apps of one environment run, and what they would run if they were deployed now. */
public interface Sources {

    /** What a deploy of each app would bring, by the app's name. An app whose code cannot be found has a problem instead. */
    Map<String, Newest> newest(Collection<App> apps);

    /**
     * Leaves an artifact where the app's instances fetch it, and makes it the newest.
     *
     * @param artifact a binary, a jar, or the folder of a fast-jar, on this machine
     * @return its digest
     */
    Revision publish(App app, Path artifact);

    /**
     * Leaves the gate, which is app-base's own program, where the instances of apps that are not built on it fetch it.
     *
     * @throws PlatformFailure.Final where there is no gate
     */
    Revision publishGate(Path artifact);

    /** The instances of all apps of the environment, also of those that have left the catalogue. */
    List<Running> running();
}
