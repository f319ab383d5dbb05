package io.flotilla.portal.admin;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.flotilla.base.page.Links;
import io.flotilla.portal.admin.paging.Pages;
import io.flotilla.portal.directory.Directory;
import io.flotilla.portal.directory.Group;
import io.flotilla.portal.directory.Member;
import io.flotilla.portal.graph.AppEdges;
import io.flotilla.portal.graph.Change;
import io.flotilla.portal.graph.Refused;
import io.flotilla.portal.graph.Refused.Reason;
import io.flotilla.portal.graph.Rights;
import io.flotilla.portal.graph.store.Changes;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;

/** Groups, who is in them and who owns them: all for admins, their own for owners. */
@Path("/admin/groups")
@Produces(MediaType.TEXT_HTML)
public class GroupPages {
    private final Administrator administrator;
    private final Directory directory;
    private final Changes changes;
    private final Preview preview;
    private final Links links;

    GroupPages(Administrator administrator, Directory directory, Changes changes, Preview preview, Links links) {
        this.administrator = administrator;
        this.directory = directory;
        this.changes = changes;
        this.preview = preview;
        this.links = links;
    }

    /** @param apps how many apps demand it */
    record Row(Group group, int apps, List<String> owners, boolean guarded) {}

    @CheckedTemplate(basePath = "admin")
    static class Templates {
        static native TemplateInstance groups(Rights rights, List<Row> groups, Pages pages, String search,
                Integer done);

        static native TemplateInstance group(Rights rights, Group group, List<AppEdges> apps, List<Member> members,
                Pages pages, long count, String search, List<String> owners, boolean ownersSet, boolean editable,
                boolean guarded, Integer done);
    }

    @GET
    public TemplateInstance groups(@QueryParam("q") String search, @QueryParam("page") Integer page,
            @QueryParam("done") Integer done) {
        var rights = administrator.anyOfThem();
        var words = search == null ? "" : search.strip();
        var found = directory.groups().stream()
                .filter(group -> rights.admin() || rights.ownsGroup(group.name()))
                .filter(group -> (group.name() + " " + group.description()).toLowerCase(Locale.ROOT)
                        .contains(words.toLowerCase(Locale.ROOT)))
                .toList();
        var pages = Pages.of(found, page);
        var rows = pages.of(found).stream()
                .map(group -> new Row(group, rights.graph().requiring(group.name()).size(),
                        List.copyOf(rights.graph().ownersOf(group.name())), rights.graph().guarded(group.name())))
                .toList();
        return Templates.groups(rights, rows, pages, words, done);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(@RestForm String name, @RestForm String description) {
        var wanted = name == null ? "" : name.strip();
        int made = changes.make(administrator.person(),
                List.of(new Change.NewGroup(wanted, description == null ? "" : description)));
        return Response.seeOther(links.redirect("/admin/groups?done=" + made)).build();
    }

    @GET
    @Path("{group}")
    public TemplateInstance group(String group, @QueryParam("q") String search, @QueryParam("page") Integer page,
            @QueryParam("done") Integer done) {
        administrator.mayLookAt(group);
        var rights = administrator.rights();
        var known = directory.groups().stream().filter(one -> one.name().equals(group)).findFirst()
                .orElseThrow(NotFoundException::new);
        var words = search == null ? "" : search.strip();
        var all = directory.members(group);
        var found = all.stream().filter(member -> member.mailbox().toLowerCase(Locale.ROOT)
                .contains(words.toLowerCase(Locale.ROOT))).toList();
        var pages = Pages.of(found, page);
        return Templates.group(rights, known, rights.graph().requiring(group), pages.of(found), pages, all.size(),
                words, List.copyOf(rights.graph().ownersOf(group)), rights.graph().groupOwners().containsKey(group),
                rights.mayEditGroup(group), rights.graph().guarded(group), done);
    }

    /**
     * What would come of somebody's joining or leaving.
     *
     * @param person an id (when leaving) or what was typed: an e-mail address, or an id
     */
    @POST
    @Path("{group}/members")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response members(String group, @RestForm String person, @RestForm String deed) {
        administrator.mayLookAt(group);
        var typed = person == null ? "" : person.strip();
        var member = directory.person(typed).or(() -> directory.withEmail(typed)).orElseThrow(() -> new Refused(
                Reason.IMPOSSIBLE,
                "The directory knows nobody called “%s”; type their e-mail address.".formatted(typed)));
        var change = "leave".equals(deed)
                ? new Change.Leave(member.id(), group)
                : new Change.Join(member.id(), group);
        return preview.of(List.of(change), "/admin/groups/" + group);
    }

    @POST
    @Path("{group}/owners")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response owners(String group, @RestForm List<String> before, @RestForm String owners) {
        administrator.mayLookAt(group);
        int made = changes.make(administrator.person(),
                List.of(new Change.GroupOwners(group, new TreeSet<>(before), Fields.addresses(owners))));
        return Response.seeOther(links.redirect("/admin/groups/" + group + "?done=" + made)).build();
    }
}
