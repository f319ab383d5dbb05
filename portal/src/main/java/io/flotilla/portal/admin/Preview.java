package io.flotilla.portal.admin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.flotilla.portal.directory.Directory;
import io.flotilla.portal.graph.Change;
import io.flotilla.portal.graph.Effect;
import io.flotilla.portal.graph.Refused;
import io.flotilla.portal.graph.Refused.Reason;
import io.flotilla.portal.graph.store.Access;
import io.flotilla.portal.graph.text.ChangeJson;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page before a change is saved: who gains and who loses, by name and count. */
@RequestScoped
class Preview {
    /** So many people are named of each app; the rest are counted. */
    static final int NAMED = 25;

    private final Administrator administrator;
    private final Access access;
    private final Directory directory;

    Preview(Administrator administrator, Access access, Directory directory) {
        this.administrator = administrator;
        this.access = access;
        this.directory = directory;
    }

    /** @param names at most {@link #NAMED} of {@code count} people */
    record Touched(String app, String title, List<String> names, int count) {
        public int more() {
            return count - names.size();
        }
    }

    @CheckedTemplate(basePath = "admin")
    static class Templates {
        static native TemplateInstance preview(List<String> wanted, List<Touched> gains, List<Touched> losses,
                long gainers, long losers, String changes, String back);
    }

    /** @throws Refused if they may not make one of them */
    Response of(List<? extends Change> changes, String back) {
        for (var change : changes) {
            administrator.rights().refusal(change).ifPresent(why -> {
                throw new Refused(Reason.FORBIDDEN, why);
            });
        }
        var before = access.situation(changes);
        var effect = Effect.between(before, before.after(changes));
        return Response.ok(Templates.preview(changes.stream().map(this::sentence).toList(), touched(effect.gains()),
                touched(effect.losses()), effect.gainers(), effect.losers(), ChangeJson.write(changes), back).render(),
                MediaType.TEXT_HTML_TYPE).build();
    }

    private static List<Touched> touched(List<Effect.Access> accesses) {
        var byApp = new LinkedHashMap<String, List<Effect.Access>>();
        accesses.forEach(access -> byApp.computeIfAbsent(access.app(), app -> new ArrayList<>()).add(access));
        return byApp.values().stream()
                .map(those -> new Touched(those.get(0).app(), those.get(0).title(),
                        those.stream().limit(NAMED).map(access -> access.person().name()).toList(), those.size()))
                .toList();
    }

    private String sentence(Change change) {
        if (change instanceof Change.OfRequirements to) {
            return "%s: %s%s".formatted(to.app(), fromTo(to, "closed"),
                    change instanceof Change.Follow ? ", as fleet.yaml says, and whatever it will say" : "");
        }
        if (change instanceof Change.OfSet to) {
            return "%s%s: owners %s".formatted(change instanceof Change.OfGroup ? "group " : "", to.subject(),
                    fromTo(to, "none"));
        }
        if (change instanceof Change.OfMember of) {
            return "%s %s %s".formatted(name(of.person()), change instanceof Change.Join ? "joins" : "leaves",
                    of.group());
        }
        return "new group %s".formatted(change.subject());
    }

    private static String fromTo(Change.OfSet change, String otherwise) {
        return listed(change.before(), otherwise) + " → " + listed(change.after(), otherwise);
    }

    private String name(String person) {
        return directory.person(person).map(known -> known.mailbox()).orElse(person);
    }

    private static String listed(Collection<String> names, String otherwise) {
        return names.isEmpty() ? otherwise : String.join(" and ", names);
    }
}
