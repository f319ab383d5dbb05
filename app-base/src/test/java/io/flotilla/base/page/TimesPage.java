package io.flotilla.base.page;

import java.time.Duration;
import java.time.Instant;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import io.quarkus.qute.Qute;
import io.quarkus.qute.Variant;

/** A page with two times on it. */
@Path("/trial-pages/times")
public class TimesPage {
    @GET
    @Produces("text/html; charset=utf-8")
    public String times() {
        return Qute.engine().parse("""
                {#include base/shell title="Times"}
                {#time then style="minute" /} {#time recently style="ago" /}
                {/include}""", Variant.forContentType(Variant.TEXT_HTML))
                .data("then", Instant.parse("2026-11-24T03:31:28Z"))
                .data("recently", Instant.now().minus(Duration.ofDays(2))).render();
    }
}
