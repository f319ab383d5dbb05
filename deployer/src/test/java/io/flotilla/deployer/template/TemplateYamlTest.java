package io.flotilla.deployer.template;

import static io.flotilla.deployer.template.Value.field;
import static io.flotilla.deployer.template.Value.fields;
import static io.flotilla.deployer.template.Value.items;
import static io.flotilla.deployer.template.Value.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Random;

import io.flotilla.deployer.template.Value.Base64;
import io.flotilla.deployer.template.Value.GetAtt;
import io.flotilla.deployer.template.Value.ImportValue;
import io.flotilla.deployer.template.Value.Join;
import io.flotilla.deployer.template.Value.Ref;
import io.flotilla.deployer.template.Value.Sub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateYamlTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "yes", "No", "ON", "off", "y", "true", "Null", "~", "0123", "12", "1e3", "0x1F",
            "22:22",
            "2012-10-17", ".inf", "!Ref Secret", "!Sub ${AWS::Region}", "${AWS::Region}", "Fn::Sub: x", "a: b", "a #b",
            "#", "- a",
            "? a", "[a]", "{a}", "*alias", "&anchor", "%x", "@x", "`x`", "'", "\"", "\\", "a\\nb", "trailing ",
            " leading", "tab\t",
            "=", "<<", "a,b", "|", ">", "\u0000", "\u0007", "\u0085", "\u00A0", "\u2028", "\uFEFF", "é", "日本", "🚢",
            "a\nb", "a\nb\n", "a\nb\n\n", "\n", "\na", " a\nb", "a \nb", "a\n b", "a\r\nb", "a\n\tb", "a\n\nb", "a\n ",
            "a\n#b",
            "---", "...", "a\n---\nb", "a\n...\nb", "AWS::Region", "a:", ":a", "a::", "http://x/y?z=1&b", "key: [1, 2]",
            "words with spaces", "words (and more), of 2", "ends with colon:", "a - b", "x 'y' z"})
    void aStringComesBackAsTheSameString(String text) {
        comesBack(text);
    }

    @Test
    void anyStringComesBackAsTheSameString() {
        var random = new Random(1);
        var alphabet = "ab:#-?!&*|>'\"%@`{}[],\\ \t\n\r~=<$0123.\u0000\u0085\u2028é日";
        for (var i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (var length = random.nextInt(12); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            comesBack(text.toString());
        }
    }

    private static void comesBack(String text) {
        var value = fields(field("A", fields(field("B", text))), field(text, 1),
                field("C", items(text(text), items(text(text)), fields(field("D", text), field("E", text)))));
        assertEquals(value, YamlReading.of(TemplateYaml.print(value)));
    }

    @Test
    void everyFunctionComesBackAsItself() {
        var value = fields(
                field("Ref", new Ref("AWS::Region")),
                field("GetAtt", new GetAtt("LoadBalancer", "DNSName")),
                field("Sub", new Sub("arn:${AWS::Partition}:s3:::x")),
                field("Join",
                        new Join("", List.of(text("#!/bin/bash\nrevision="), new Ref("Revision"), text("\ndone\n")))),
                field("Import", new ImportValue(text("fleet-dev-HttpsListener"))),
                field("Base64", new Base64(new Join("", List.of(new Ref("A"))))),
                field("Plain", new Base64(text("#!/bin/bash\n"))),
                field("Nested", items(new Ref("A"), new Join(",", List.of()), items(), fields())),
                field("Flag", true),
                field("Number", -12));
        assertEquals(value, YamlReading.of(TemplateYaml.print(value)));
    }

    @Test
    void aScriptIsPrintedAsALegibleBlock() {
        var script = new Join("", List.of(text("#!/bin/bash\nrevision="), new Ref("Revision"),
                text("\necho \"done\"\n")));
        assertEquals("""
                UserData:
                  Fn::Base64: !Join
                    - ""
                    - - |-
                        #!/bin/bash
                        revision=
                      - !Ref Revision
                      - |

                        echo "done"
                """, TemplateYaml.print(fields(field("UserData", new Base64(script)))));
    }

    @Test
    void aDynamicReferenceIsRefusedBecauseCloudFormationWouldResolveIt() {
        var refused = assertThrows(InvalidTemplate.class, () -> text("x {{resolve:ssm:/fleet/git}}"));
        assertEquals("CloudFormation would replace the {{resolve:…}} in \"x {{resolve:ssm:/fleet/git}}\"; "
                + "write it another way, such as an ssm: reference in the app's variables", refused.getMessage());
    }

    @Test
    void aBodyThatCloudFormationWouldNotTakeIsRefused() {
        var template = new Template("fleet-dev", "x".repeat(60_000), Map.of(), Map.of(), Map.of());
        assertThrows(InvalidTemplate.class, template::yaml);
    }
}
