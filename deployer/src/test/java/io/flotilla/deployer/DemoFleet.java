package io.flotilla.deployer;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.flotilla.base.browser.Chromium;
import io.flotilla.base.program.Packages;
import io.flotilla.base.program.Program;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The demo as a newcomer starts it: the packaged programs and a catalogue, beside a real browser. One for all tests that take it as a
 * parameter; each leaves it as it was.
 */
public final class DemoFleet implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    /** Longer than any step here takes, even on a busy machine. */
    private static final double PATIENCE_MILLIS = 300_000;
    /** So that a test sees the console ask for a fresh sign-in, and has time to make use of one. */
    private static final String FRESH_FOR = "30S";

    private static final String PYTHON_APP = """

              Hello:
                title: Hello
                runtime: python
                repo: hello
                artifact: hello
                url_path: /hello/
                email_to: [uma@example.com]
                local: {}
            """;
    private static final String PYTHON = """
            import os
            from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

            class Hello(BaseHTTPRequestHandler):
                def do_GET(self):
                    body = ("Hello " + self.headers["Flotilla-Name"] + " at " + self.path).encode()
                    self.send_response(200)
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)

            ThreadingHTTPServer((os.environ["HOST"], int(os.environ["PORT"])), Hello).serve_forever()
            """;

    private final int port = Program.freePort();
    private final Path folder;
    private final Program demo;
    private final Chromium chromium;

    /** Hands the fleet to tests, and ends it after the last. */
    static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == DemoFleet.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot().getStore(Namespace.create(DemoFleet.class)).computeIfAbsent(DemoFleet.class);
        }
    }

    DemoFleet() {
        try {
            Files.createDirectories(SCREENSHOTS);
            folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "demo-fleet-");
            Files.copy(Path.of("demo/people.yaml"), folder.resolve("people.yaml"));
            Files.writeString(catalogue(), Files.readString(Path.of("demo/fleet.yaml"))
                    .replace("artifact: ../../", "artifact: %s/".formatted(Path.of("..").toRealPath()))
                    .replace("artifact: ../", "artifact: %s/".formatted(Path.of("").toAbsolutePath()))
                    .replace("port: 8080", "port: " + port)
                    .replace("role: console\n", "role: console\n    variables: { FLOTILLA_IDENTITY_FRESH_FOR: %s }\n"
                            .formatted(FRESH_FOR))
                    + PYTHON_APP);
            Files.createDirectories(folder.resolve("hello"));
            Packages.needPython();
            Files.writeString(folder.resolve("hello/app.py"), PYTHON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        demo = Program.start(List.of(java, "-jar", "target/quarkus-app/quarkus-run.jar", "demo", "--fleet",
                catalogue().toString(), "--identity", "../app-base/target/quarkus-app/quarkus-run.jar", "--state",
                state().toString(), "--limit", "300", "--away", "45"), Map.of());
        demo.awaitAnswer(origin() + "/identity/.well-known/openid-configuration");
        demo.awaitOutput("Ctrl-C");
        chromium = Chromium.launch();
    }

    int port() {
        return port;
    }

    String origin() {
        return "http://localhost:" + port;
    }

    /** The file that people edit. */
    Path catalogue() {
        return folder.resolve("fleet.yaml");
    }

    Path state() {
        return folder.resolve("state");
    }

    String output() {
        return demo.output();
    }

    /** A browser of somebody's own, who has not signed in anywhere yet. */
    BrowserContext browser() {
        var context = chromium.browser().newContext();
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    /** Opens a page, and says who they are if they are asked. */
    Page open(BrowserContext browser, String path, String person) {
        var page = browser.newPage();
        page.navigate(origin() + path);
        page.getByText(person).first().click();
        page.waitForURL(url -> url.startsWith(origin() + path));
        return page;
    }

    static void awaitState(Page page, String app, String state) {
        page.locator("#tile-%s .state-%s".formatted(app, state)).waitFor(
                new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    }

    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
    }

    /** The process of the app's newest instance. */
    ProcessHandle process(String app) throws IOException {
        try (var files = Files.list(state().resolve("processes"))) {
            var file = files.filter(one -> one.getFileName().toString().startsWith(app + "-"))
                    .max(java.util.Comparator.comparing(one -> one.toFile().lastModified())).orElseThrow();
            return ProcessHandle.of(Long.parseLong(Files.readString(file).split(" ")[0])).orElseThrow();
        }
    }

    @Override
    public void close() {
        chromium.close();
        var children = demo.handle().descendants().toList();
        demo.close();
        assertDoesNotThrow(() -> children.forEach(child -> child.onExit().orTimeout(60, TimeUnit.SECONDS).join()),
                "the demo leaves no process behind");
    }
}
