package io.flotilla.portal.graph.store;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.flotilla.portal.directory.Directory;
import io.flotilla.portal.directory.Group;
import io.flotilla.portal.graph.AppEdges;
import io.flotilla.portal.graph.Rights;

/** The groups that forms offer. */
@ApplicationScoped
public class GroupChoice {
    private final Directory directory;

    GroupChoice(Directory directory) {
        this.directory = directory;
    }

    /** All of them, by name. */
    public List<String> groups() {
        return directory.groups().stream().map(Group::name).toList();
    }

    /** Those that a person may make an app require besides what it requires already. */
    public List<String> beside(Rights rights, AppEdges app) {
        return groups().stream().filter(group -> !app.requires().contains(group))
                .filter(group -> rights.admin() || rights.ownsGroup(group)).toList();
    }
}
