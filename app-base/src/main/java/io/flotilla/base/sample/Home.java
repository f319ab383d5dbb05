package io.flotilla.base.sample;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;

import io.flotilla.base.sample.breakable.BreakablePage;
import io.flotilla.base.sample.fleet.FleetPage;
import io.flotilla.base.sample.gallery.GalleryPage;
import io.flotilla.base.sample.mailbox.MailboxPages;
import io.flotilla.base.sample.orders.OrdersPage;
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
    private final FleetPage fleet;
    private final MailboxPages mailbox;
    private final GalleryPage gallery;
    private final OrdersPage orders;

    Home(@ConfigProperty(name = "flotilla.sample", defaultValue = "sales") Sample sample, SalesPage sales,
            WarehousePage warehouse, FleetPage fleet, BreakablePage breakable, MailboxPages mailbox,
            GalleryPage gallery, OrdersPage orders) {
        this.sample = sample;
        this.sales = sales;
        this.warehouse = warehouse;
        this.fleet = fleet;
        this.breakable = breakable;
        this.mailbox = mailbox;
        this.gallery = gallery;
        this.orders = orders;
    }

    @Path("")
    public Object chosen() {
        return switch (sample) {
            case SALES -> sales;
            case WAREHOUSE -> warehouse;
            case BREAKABLE -> breakable;
            case FLEET -> fleet;
            case ORDERS -> orders;
            case MAILBOX -> mailbox;
            case IDENTITY -> throw new NotFoundException();
        };
    }

    /** Beside each dashboard. */
    @Path("gallery")
    public Object gallery() {
        return switch (sample) {
            case SALES, WAREHOUSE, FLEET, ORDERS, BREAKABLE -> gallery;
            case MAILBOX, IDENTITY -> throw new NotFoundException();
        };
    }
}
