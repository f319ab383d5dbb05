package io.flotilla.deployer.console;

import java.nio.file.Path;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.flotilla.base.catalogue.CatalogueReader;
import io.flotilla.base.catalogue.Problem;
import io.flotilla.base.catalogue.Reading;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The fleet as its catalogue describes it now: what runs where, or what is wrong with the file. */
@jakarta.ws.rs.Path("/")
public class FleetPage {
    private final ConsoleConfig config;

    FleetPage(ConsoleConfig config) {
        this.config = config;
    }

    @CheckedTemplate(basePath = "console")
    static class Templates {
        static native TemplateInstance fleet(String fleet, Path file, List<EnvironmentCard> environments);

        static native TemplateInstance problems(Path file, List<Problem> problems);
    }

    /** The file is read for each request, so the page is never older than the file. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page() {
        var file = config.catalogue();
        var reading = CatalogueReader.ofEnvironment().read(file);
        if (reading instanceof Reading.Valid valid) {
            var catalogue = valid.catalogue();
            return Templates.fleet(catalogue.fleet(), file, EnvironmentCard.of(catalogue));
        }
        return Templates.problems(file, ((Reading.Invalid) reading).problems());
    }
}
