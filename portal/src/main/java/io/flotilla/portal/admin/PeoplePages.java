package io.flotilla.portal.admin;

import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.flotilla.base.access.Decision;
import io.flotilla.base.access.Person;
import io.flotilla.base.page.Formats;
import io.flotilla.portal.directory.Directory;
import io.flotilla.portal.directory.Group;
import io.flotilla.portal.directory.Member;
import io.flotilla.portal.graph.AppEdges;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** People, their groups, what they may open and why. For admins; owners may ask why about their own apps. */
@Path("/admin")
@Produces(MediaType.TEXT_HTML)
public class PeoplePages {
    private final Administrator administrator;
    private final Directory directory;

    PeoplePages(Administrator administrator, Directory directory) {
        this.administrator = administrator;
        this.directory = directory;
    }

    /** One app for one person, and why. */
    record Verdict(AppEdges app, boolean allowed, String why) {}

    @CheckedTemplate(basePath = "admin")
    static class Templates {
        static native TemplateInstance people(List<Member> people, String next, String search);

        static native TemplateInstance person(Person person, List<String> groups, List<String> choice,
                List<Verdict> verdicts, int open, Integer done);

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
    public TemplateInstance person(String id, @QueryParam("done") Integer done) {
        var rights = administrator.admin();
        var person = directory.person(id).map(this::withGroups).orElseThrow(NotFoundException::new);
        var verdicts = rights.graph().apps().values().stream().map(app -> verdict(person, app)).toList();
        var choice = directory.groups().stream().map(Group::name).filter(group -> !person.groups().contains(group))
                .filter(rights::mayEditGroup).toList();
        return Templates.person(person, Formats.sorted(person.groups()), choice, verdicts,
                (int) verdicts.stream().filter(Verdict::allowed).count(), done);
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
