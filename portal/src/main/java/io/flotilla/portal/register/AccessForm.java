package io.flotilla.portal.register;

import java.util.Collection;
import java.util.List;

import io.flotilla.portal.graph.AppEdges;

/**
 * What the page of a tile says about who may open the app.
 *
 * @param admin     whether whoever looks may open it to everyone
 * @param overrides the groups that may open it whatever it requires
 * @param file      what {@code fleet.yaml} says that it requires
 * @param choice    the groups that they may add
 * @param page      where the administration has the app
 * @param elsewhere whether that is another host, which alone takes changes
 */
public record AccessForm(AppEdges app, boolean admin, Collection<String> overrides, Collection<String> file,
        List<String> choice, String page, boolean elsewhere) {

    /** Where saving leads. */
    public String back() {
        return "/apps/" + app.app() + "/tile";
    }
}
