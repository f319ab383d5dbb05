package io.flotilla.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flotilla.base.mail.MailServer;
import io.flotilla.base.noticeboard.FolderNoticeboard;
import io.flotilla.base.noticeboard.posting.CataloguePosting;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * A fleet as a team has it: a noticeboard, a database, a mail server, and a monitor. It lives in another class loader than
 * the tests, so they meet over HTTP: {@code PUT /health/api/status} sets what the monitor says, {@code GET /mails} lists the
 * mails that came, a recipient and a subject each.
 */
public class Marina implements QuarkusTestResourceLifecycleManager {
    static final String FLEET = """
            fleet: davinci-labs
            alerts: { from: fleet@example.com }
            environments: { local: { platform: local } }
            apps:
              Portal:    { title: Portal, runtime: jvm, artifact: a.jar, url_path: /portal/, role: portal, requires: everyone, local: {} }
              Sales:     { title: Sales, description: "Orders, revenue and customers, day by day.", team: Commerce, owners: [olivia@example.com], runtime: jvm, artifact: a.jar, url_path: /sales/, requires: [sales], local: {} }
              Pricing:   { title: Price Lab, description: What moves when prices do., team: Commerce, owners: [olivia@example.com], runtime: jvm, artifact: a.jar, url_path: /pricing/, requires: [pricing], local: {} }
              Chervon:   { title: Chervon S&OP Genie, description: Sales and operations planning., team: Commerce, owners: [olivia@example.com], runtime: jvm, artifact: a.jar, url_path: /chervon/, requires: [sales], local: {} }
              Warehouse: { title: Warehouse, description: "What came in, what went out, and what waits.", team: Logistics, owners: [walter@example.com], runtime: jvm, artifact: a.jar, url_path: /warehouse/, requires: [warehouse], local: {} }
              Routes:    { title: Route Planner, description: Which lorry goes where., team: Logistics, owners: [walter@example.com], runtime: jvm, artifact: a.jar, url_path: /routes/, requires: [everyone], local: {} }
              Cargo:     { title: 貨物ダッシュボード, description: Asia desk., team: Logistics, owners: [walter@example.com], runtime: jvm, artifact: a.jar, url_path: /cargo/, requires: [everyone], local: {} }
              LMSPortal: { title: LMS Data Portal, description: Who learnt what., team: Learning, owners: [matthew@example.com], runtime: jvm, artifact: a.jar, url_path: /portal_lms/, requires: [everyone], local: {} }
              Forecast:  { title: Émission Forecast, description: The next twelve months., team: Finance, owners: [walter@example.com], runtime: jvm, artifact: a.jar, url_path: /forecast/, requires: [everyone], local: {} }
              Margin:    { title: Margin, description: Where it is made and lost., team: Finance, owners: [uma@example.com], runtime: jvm, artifact: a.jar, url_path: /margin/, requires: [everyone], local: {} }
              Payroll:   { title: Payroll, team: Finance, owners: [uma@example.com], runtime: jvm, artifact: a.jar, url_path: /payroll/, local: {} }
              Health:    { title: Health, description: "What is up, what is down, and since when.", role: health-monitor, team: Platform, owners: [uma@example.com], runtime: jvm, artifact: a.jar, url_path: /health/, requires: [everyone], local: {} }
            """;
    static final String PEOPLE = """
            people:
              - { name: Olivia Lindqvist, email: olivia@example.com, groups: [sales, pricing] }
              - { name: Walter Brandt, email: walter@example.com, groups: [warehouse] }
              - { name: Sam Berger, email: sam@example.com }
              - { name: Uma Okafor, email: uma@example.com, groups: [superuser] }
            """;

    private HttpServer server;
    private MailServer mails;
    private volatile byte[] states = "[]".getBytes(StandardCharsets.UTF_8);

    @Override
    public Map<String, String> start() {
        try {
            var folder = Files.createTempDirectory("marina");
            var board = folder.resolve("noticeboard");
            new CataloguePosting("fleet.yaml", FLEET, "test", Instant.now()).post(new FolderNoticeboard(board));
            Path people = Files.writeString(folder.resolve("people.yaml"), PEOPLE);
            mails = MailServer.start();
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            server.createContext("/health/api/status", this::status);
            server.createContext("/mails", exchange -> answer(exchange, mailLines()));
            server.start();
            return Map.of("flotilla.noticeboard", board.toString(),
                    "flotilla.database", "sqlite:" + folder.resolve("portal.db"),
                    "flotilla.local.people", people.toString(),
                    "flotilla.origin", "http://127.0.0.1:" + server.getAddress().getPort(),
                    "flotilla.monitor-path", "/health/",
                    "flotilla.fleet-key", "the fleet's key",
                    "flotilla.smtp", "smtp://127.0.0.1:" + mails.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void status(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("PUT")) {
            states = exchange.getRequestBody().readAllBytes();
        }
        answer(exchange, states);
    }

    private byte[] mailLines() {
        var lines = new StringBuilder();
        for (var message : mails.received()) {
            try {
                lines.append(message.getAllRecipients()[0]).append(' ').append(message.getSubject()).append('\n');
            } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void stop() {
        server.stop(0);
        mails.close();
    }
}
