package io.flotilla.portal.admin;

import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.flotilla.base.access.Decision;
import io.flotilla.base.access.Person;
import io.flotilla.base.page.Formats;
import io.flotilla.portal.admin.paging.Pages;
import io.flotilla.portal.directory.Directory;
import io.flotilla.portal.directory.Group;
import io.flotilla.portal.directory.Member;
import io.flotilla.portal.graph.AppEdges;
import io.flotilla.portal.graph.Change;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;

/** People, their groups, what they may open and why. For admins; owners may ask why about their own apps. */
@Path("/admin")
@Produces(MediaType.TEXT_HTML)
public class PeoplePages {
    private final Administrator administrator;
    private final Directory directory;
    private final Preview preview;

    PeoplePages(Administrator administrator, Directory directory, Preview preview) {
        this.administrator = administrator;
        this.directory = directory;
        this.preview = preview;
    }

    /** One app for one person, and why. */
    record Verdict(AppEdges app, boolean allowed, String why) {}

    /** One of a person's groups, and whether the visitor may take them out of it. */
    record Membership(String group, boolean editable) {}

    @CheckedTemplate(basePath = "admin")
    static class Templates {
        static native TemplateInstance people(List<Member> people, String next, String search);

        static native TemplateInstance person(Person person, List<Membership> groups, List<String> choice,
                List<Verdict> verdicts, Pages pages, long open, Integer done);

        static native TemplateInstance why(List<AppEdges> apps, String typed, String app, Person person,
                Verdict verdict, boolean unknown, boolean admin);
    }

    @GET
    @Path("people")
    public TemplateInstance people(@QueryParam("q") String search, @QueryParam("after") String after) {
        administrator.admin();
        var words = search == null ? "" : search.strip();
        var page = directory.people(words, Optional.ofNullable(after));
        return Templates.people(page.people(), page.next().orElse(null), words);
    }

    @GET
    @Path("people/{id}")
    public TemplateInstance person(String id, @QueryParam("page") Integer page, @QueryParam("done") Integer done) {
        var rights = administrator.admin();
        var person = directory.person(id).map(this::withGroups).orElseThrow(NotFoundException::new);
        var verdicts = rights.graph().apps().values().stream().map(app -> verdict(person, app)).toList();
        var choice = directory.groups().stream().map(Group::name).filter(group -> !person.groups().contains(group))
                .filter(rights::mayEditGroup).toList();
        var groups = Formats.sorted(person.groups()).stream()
                .map(group -> new Membership(group, rights.mayEditGroup(group))).toList();
        var pages = Pages.of(verdicts, page);
        return Templates.person(person, groups, choice, pages.of(verdicts), pages,
                verdicts.stream().filter(Verdict::allowed).count(), done);
    }

    /** What would come of the person's joining or leaving a group. */
    @POST
    @Path("people/{id}/groups")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response groups(String id, @RestForm String join, @RestForm String leave) {
        administrator.admin();
        var person = directory.person(id).orElseThrow(NotFoundException::new);
        var change = leave == null
                ? new Change.Join(person.id(), join == null ? "" : join.strip())
                : new Change.Leave(person.id(), leave);
        return preview.of(List.of(change), "/admin/people/" + id);
    }

    /** Answered by the one access function, in a sentence. */
    @GET
    @Path("why")
    public TemplateInstance why(@QueryParam("person") String typed, @QueryParam("app") String app) {
        var rights = administrator.anyOfThem();
        var apps = rights.graph().apps().values().stream().filter(rights::mayEdit).toList();
        var person = Optional.ofNullable(typed).map(String::strip).filter(text -> !text.isEmpty())
                .flatMap(text -> directory.person(text).or(() -> directory.withEmail(text))).map(this::withGroups);
        var asked = Optional.ofNullable(app).flatMap(rights.graph()::app).filter(rights::mayEdit);
        var verdict = person.flatMap(somebody -> asked.map(edges -> verdict(somebody, edges)));
        return Templates.why(apps, typed == null ? "" : typed, app == null ? "" : app, person.orElse(null),
                verdict.orElse(null), typed != null && !typed.isBlank() && person.isEmpty(), rights.admin());
    }

    private Verdict verdict(Person person, AppEdges app) {
        var decision = administrator.rights().graph().decide(person, app.app());
        return new Verdict(app, decision.allowed(), reason(decision));
    }

    private static String reason(Decision decision) {
        if (decision instanceof Decision.Overruled overruled) {
            return "in the override group %s, which opens everything".formatted(overruled.group());
        }
        if (decision instanceof Decision.Met met) {
            return "in every group it requires: " + String.join(", ", Formats.sorted(met.requirements()));
        }
        return decision instanceof Decision.Missing missing
                ? "not in " + String.join(" and not in ", Formats.sorted(missing.groups()))
                : "it requires no group yet, so it is closed to all but override groups";
    }

    private Person withGroups(Member member) {
        return new Person(member.id(), member.name(), member.email(), directory.groupsOf(member.id()));
    }
}
