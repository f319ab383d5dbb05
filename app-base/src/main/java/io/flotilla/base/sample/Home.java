package io.flotilla.base.sample;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;

import io.flotilla.base.sample.breakable.BreakablePage;
import io.flotilla.base.sample.mailbox.MailboxPages;
import io.flotilla.base.sample.sales.SalesPage;
import io.flotilla.base.sample.warehouse.WarehousePage;
import io.quarkus.arc.properties.IfBuildProperty;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** One program, several samples: everything below the app's root belongs to the chosen one. The identity has routes of its own. */
@Path("/")
@IfBuildProperty(name = "quarkus.application.name", stringValue = "app-base")
public class Home {
    private final Sample sample;
    private final SalesPage sales;
    private final WarehousePage warehouse;
    private final BreakablePage breakable;
    private final MailboxPages mailbox;

    Home(@ConfigProperty(name = "flotilla.sample", defaultValue = "sales") Sample sample, SalesPage sales,
            WarehousePage warehouse, BreakablePage breakable, MailboxPages mailbox) {
        this.sample = sample;
        this.sales = sales;
        this.warehouse = warehouse;
        this.breakable = breakable;
        this.mailbox = mailbox;
    }

    @Path("")
    public Object chosen() {
        return switch (sample) {
            case SALES -> sales;
            case WAREHOUSE -> warehouse;
            case BREAKABLE -> breakable;
            case MAILBOX -> mailbox;
            case IDENTITY -> throw new NotFoundException();
        };
    }
}
