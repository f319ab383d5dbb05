package io.flotilla.portal.admin;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.flotilla.base.access.Person;
import io.flotilla.base.page.Links;
import io.flotilla.portal.admin.paging.Pages;
import io.flotilla.portal.graph.AppEdges;
import io.flotilla.portal.graph.Change;
import io.flotilla.portal.graph.Rights;
import io.flotilla.portal.graph.store.Access;
import io.flotilla.portal.graph.store.Changes;
import io.flotilla.portal.graph.store.GroupChoice;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;

/** Apps and what they demand: all for admins, their own for owners. */
@Path("/admin")
@Produces(MediaType.TEXT_HTML)
public class AppPages {
    private static final int NAMED = 200;

    private final Administrator administrator;
    private final Access access;
    private final GroupChoice choice;
    private final Changes changes;
    private final Preview preview;
    private final Links links;

    AppPages(Administrator administrator, Access access, GroupChoice choice, Changes changes, Preview preview,
            Links links) {
        this.administrator = administrator;
        this.access = access;
        this.choice = choice;
        this.changes = changes;
        this.preview = preview;
        this.links = links;
    }

    @CheckedTemplate(basePath = "admin")
    static class Templates {
        static native TemplateInstance apps(Rights rights, List<AppEdges> apps, Pages pages, List<String> groups,
                String search, Integer done);

        static native TemplateInstance app(Rights rights, AppEdges app, Collection<String> file, List<String> choice,
                List<Person> people, long count, Integer done);
    }

    @GET
    public Response home() {
        administrator.anyOfThem();
        return Response.seeOther(links.redirect("/admin/apps")).build();
    }

    @GET
    @Path("apps")
    public TemplateInstance apps(@QueryParam("q") String search, @QueryParam("page") Integer page,
            @QueryParam("done") Integer done) {
        var rights = administrator.anyOfThem();
        var words = search == null ? "" : search.strip();
        var apps = rights.graph().apps().values().stream().filter(rights::mayEdit).filter(app -> matches(app, words))
                .toList();
        var pages = Pages.of(apps, page);
        return Templates.apps(rights, pages.of(apps), pages, choice.groups(), words, done);
    }

    @GET
    @Path("apps/{app}")
    public TemplateInstance app(String app, @QueryParam("done") Integer done) {
        var edges = administrator.app(app);
        var rights = administrator.rights();
        var people = access.openers(rights.graph(), app);
        return Templates.app(rights, edges, access.requiredByFile(app), choice.beside(rights, edges),
                people.stream().limit(NAMED).toList(), people.size(), done);
    }

    /** What would come of other requirements; nothing is changed yet. */
    @POST
    @Path("apps/{app}/requirements")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response requirements(String app, @RestForm List<String> before, @RestForm List<String> keep,
            @RestForm String add, @RestForm String everyone, @RestForm String back) {
        administrator.app(app);
        var after = new TreeSet<>(keep);
        Fields.words(add).forEach(after::add);
        if (everyone != null) {
            after.add(everyone);
        }
        return preview.of(List.of(new Change.Requirements(app, new TreeSet<>(before), after)), origin(app, back));
    }

    /** What would come of dropping what was set here, so that the app follows fleet.yaml again. */
    @POST
    @Path("apps/{app}/requirements/file")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response follow(String app, @RestForm List<String> before, @RestForm String back) {
        administrator.app(app);
        return preview.of(List.of(new Change.Follow(app, new TreeSet<>(before), access.requiredByFile(app))),
                origin(app, back));
    }

    /** The app's page here, or its tile's, which has the same form. */
    private static String origin(String app, String back) {
        var tile = "/apps/" + app + "/tile";
        return tile.equals(back) ? tile : "/admin/apps/" + app;
    }

    @POST
    @Path("apps/{app}/owners")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response owners(String app, @RestForm List<String> before, @RestForm String owners) {
        administrator.app(app);
        int made = changes.make(administrator.person(),
                List.of(new Change.Owners(app, new TreeSet<>(before), Fields.addresses(owners))));
        return Response.seeOther(links.redirect("/admin/apps/" + app + "?done=" + made)).build();
    }

    /** One group added to, or taken from, many apps at once. */
    @POST
    @Path("apps")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response bulk(@RestForm List<String> app, @RestForm String group, @RestForm String deed) {
        var graph = administrator.anyOfThem().graph();
        var wanted = app.stream().flatMap(name -> graph.app(name).stream())
                .map(edges -> changed(edges, group.strip(), "remove".equals(deed)))
                .filter(change -> !change.before().equals(change.after())).toList();
        return preview.of(wanted, "/admin/apps");
    }

    private static Change.Requirements changed(AppEdges edges, String group, boolean removed) {
        var after = new TreeSet<>(edges.requires());
        if (removed) {
            after.remove(group);
        } else {
            after.add(group);
        }
        return new Change.Requirements(edges.app(), edges.requires(), after);
    }

    private static boolean matches(AppEdges app, String words) {
        return (app.app() + " " + app.title() + " " + app.requires() + " " + app.owners()).toLowerCase(Locale.ROOT)
                .contains(words.toLowerCase(Locale.ROOT));
    }
}
