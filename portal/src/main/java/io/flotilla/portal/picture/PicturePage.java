package io.flotilla.portal.picture;

import java.util.List;
import java.util.Locale;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.flotilla.portal.admin.Administrator;
import io.flotilla.portal.admin.paging.Pages;
import io.flotilla.portal.graph.AppEdges;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The graph as a picture, and beside it a table that says the same, {@link Pages#SIZE} apps at a time. */
@Path("/admin/graph")
@Produces(MediaType.TEXT_HTML)
public class PicturePage {
    private static final List<Integer> ZOOMS = List.of(50, 75, 100, 150, 200);

    private final Administrator administrator;

    PicturePage(Administrator administrator) {
        this.administrator = administrator;
    }

    @CheckedTemplate(basePath = "admin")
    static class Templates {
        static native TemplateInstance graph(Picture picture, List<AppEdges> apps, Pages pages, String search, int zoom,
                List<Integer> zooms, double width, double height);
    }

    @GET
    public TemplateInstance show(@QueryParam("q") String search, @QueryParam("zoom") Integer zoom,
            @QueryParam("page") Integer page) {
        var rights = administrator.admin();
        var words = search == null ? "" : search.strip();
        var found = rights.graph().apps().values().stream().filter(app -> matches(app, words)).toList();
        var pages = Pages.of(found, page);
        var drawn = pages.of(found);
        var picture = Picture.of(drawn);
        int size = zoom != null && ZOOMS.contains(zoom) ? zoom : 100;
        return Templates.graph(picture, drawn, pages, words, size, ZOOMS,
                picture.width() * size / 100, picture.height() * size / 100);
    }

    private static boolean matches(AppEdges app, String words) {
        return (app.app() + " " + app.title() + " " + app.requires()).toLowerCase(Locale.ROOT)
                .contains(words.toLowerCase(Locale.ROOT));
    }
}
