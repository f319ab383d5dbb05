package io.flotilla.base.catalogue.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.flotilla.base.catalogue.Reading;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The published schema and reference are the reader's own; {@code -Dupdate} writes them anew. */
class SchemaTest {
    private static final Path SCHEMA = Path.of("../docs/fleet.schema.json");
    private static final Path REFERENCE = Path.of("../docs/catalogue.md");
    private static final String MARK = "<!-- Below this line the page is made from the code. -->\n";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String demo = Files.readString(Path.of("../deployer/demo/fleet.yaml"));
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(JSON.writeValueAsString(JsonSchema.of(FleetShape.FLEET)));

    SchemaTest() throws IOException {}

    @Test
    void thePublishedSchemaIsTheReaders() throws IOException {
        var text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JsonSchema.of(FleetShape.FLEET)) + "\n";
        if (System.getProperty("update") != null) {
            Files.writeString(SCHEMA, text);
        }
        assertEquals(text, Files.readString(SCHEMA), "run this test with -Dupdate");
    }

    @Test
    void thePublishedReferenceIsTheReaders() throws IOException {
        var page = Files.readString(REFERENCE);
        var text = page.substring(0, page.indexOf(MARK)) + MARK + "\n" + Reference.of(FleetShape.FLEET).stripTrailing()
                + "\n";
        if (System.getProperty("update") != null) {
            Files.writeString(REFERENCE, text);
        }
        assertEquals(text, Files.readString(REFERENCE), "run this test with -Dupdate");
    }

    @Test
    void schemaAndReaderAcceptTheDemo() throws IOException {
        assertEquals(List.of(), mistakes(demo).stream().map(Object::toString).toList());
        assertTrue(read(demo) instanceof Reading.Valid);
    }

    /** One damage a line: whatever has to do with shape is wrong for both, or for neither. */
    @Test
    void schemaAndReaderRefuseTheSame() throws IOException {
        var damages = List.of(List.of("fleet: davinci-labs", "fleet: 7seas"),
                List.of("account: \"123456789012\"", "account: \"12345\""),
                List.of("platform: aws", "platform: azure"), List.of("port: 8080", "port: 80800"),
                List.of("port: 8080", "port: none"), List.of("port: 8080", "port: \"8080\""),
                List.of("port: 8080", "port: '${PORT}'"),
                List.of("    prod_ready: true\n", "    prod_ready: \"true\"\n"),
                List.of("conda_env: prod", "conda_env: 3"), List.of("conda_env: prod", "conda_env: \"3\""),
                List.of("conda_env: prod", "conda_env: true"), List.of("conda_env: prod", "conda_env: 3.1"),
                List.of("account: \"123456789012\"", "account: 123456789012"),
                List.of("account: \"123456789012\"", "account: 12345"), List.of("fleet: davinci-labs", "fleet: 7"),
                List.of("team: Learning", "team: 7"), List.of("team: Learning", "team: true"),
                List.of("requires: [lms]", "requires: [7]"), List.of("requires: [lms]", "requires: [\"7\"]"),
                List.of("FLOTILLA_SAMPLE: sales", "FLOTILLA_SAMPLE: 1.5"),
                List.of("platform: aws", "platform: \"aws\""), List.of("branch: fixingStyling", "branch: 7"),
                List.of("branch: fixingStyling", "branch: \"a\\u2028..b\""),
                List.of("team: Learning", "team: \"Learning \""),
                List.of("team: Learning", "team: \"\\u00a0Learning\""),
                List.of("team: Learning", "team: \"a\\u2028b\""), List.of("team: Learning", "team: \"a\\u0085b\""),
                List.of("app_dir: dash_lms_data_portal", "app_dir: \"x\\u2028/../../etc\""),
                List.of("url_path: /sales/", "url_path: /sales/\n    health: { path: /sales/../portal/ }"),
                List.of("url_path: /sales/", "url_path: /sales/\n    health: { status: 204 }"),
                List.of("url_path: /sales/", "url_path: /sales/\n    health: { status: 604 }"),
                List.of("url_path: /sales/", "url_path: /sales/\n    health: { status: \"204\" }"),
                List.of("url_path: /sales/", "url_path: /sales/\n    health: { status: \"604\" }"),
                List.of("olivia@example.com", "a@a" + ".a".repeat(300)),
                List.of("every: 60s", "every: 1 minute"), List.of("runtime: python", "runtime: ruby"),
                List.of("    prod_ready: true\n", "    prod_ready: yes\n"),
                List.of("ami-03742def5919b8497", "ami-xyz"), List.of("t2.micro", "micro"),
                List.of("url_path: /sales/", "url_path: sales"),
                List.of("conda_env: prod", "conda: prod"), List.of("branch: fixingStyling", "branch: --force"),
                List.of("olivia@example.com", "olivia"), List.of("token: \"ssm:/fleet/git\"", "token: secret"),
                List.of("  LMSPortal:", "  LMS-Portal:"), List.of("priorities: 101-199", "priorities: 101 to 199"),
                List.of("    url_path: /warehouse/\n", ""), List.of("FLOTILLA_SAMPLE: sales", "\"A-B\": sales"),
                List.of("requires: [lms]", "requires: { a: lms }"), List.of("requires: [lms]", "requires: lms"),
                List.of("team: Learning", "team: ${HOME}"), List.of("remind_every: 5m", "remind_every: \"${HOME}\""),
                List.of("remind_every: 5m", "endpoints: { Site: { url: https://example.com, latency: 800ms } }"),
                List.of("remind_every: 5m", "endpoints: { Site: { url: https://example.com, latency: soon } }"),
                List.of("remind_every: 5m", "endpoints: { Site: { title: Site } }"),
                List.of("url_path: /sales/", "url_path: /sales/\n    health: { header: \"ETag: a\" }"),
                List.of("url_path: /sales/", "url_path: /sales/\n    health: { header: \"E Tag\" }"));
        for (var damage : damages) {
            var text = demo.replace(damage.get(0), damage.get(1));
            assertFalse(text.equals(demo), damage + " changes nothing");
            var home = Map.of("HOME", "4h", "PORT", "8081");
            var readable = FleetFile.read("f", text.getBytes(StandardCharsets.UTF_8), home) instanceof Reading.Valid;
            assertEquals(readable, mistakes(text).isEmpty(),
                    "%s: the schema says %s".formatted(damage, mistakes(text)));
        }
    }

    private List<com.networknt.schema.Error> mistakes(String yaml) throws IOException {
        var value = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return schema.validate(JSON.writeValueAsString(value), InputFormat.JSON);
    }

    private static Reading read(String text) {
        return FleetFile.read("f", text.getBytes(StandardCharsets.UTF_8), Map.of());
    }
}
