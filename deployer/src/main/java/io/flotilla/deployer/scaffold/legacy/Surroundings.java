package io.flotilla.deployer.scaffold.legacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.flotilla.deployer.scaffold.fleet.YamlText;

/**
 * What the old file did not say and a catalogue needs: who the fleet is and where it runs. Each such value is a variable, so
 * that {@code deployer check} names every one that is still missing.
 *
 * @param fleet the fleet's name
 * @param home  the old HOME, if the file says it
 */
record Surroundings(String fleet, Optional<String> home) {
    private static final String HEAD = """
            # Made from an old CONFIG; every comment below `apps` was there. What stands in ${…} the old file did not say:
            # write it here, or export it. `deployer check` names what is missing; docs/catalogue.md describes every key.

            fleet: %s
            account: "${FLEET_ACCOUNT}"
            git: { host: github.com, org: "${FLEET_GIT_ORG}", token: "ssm:/fleet/git" }
            identity: { issuer: "${FLEET_ISSUER}", client: "${FLEET_CLIENT}", overrides: [superuser, dev] }
            alerts: { from: "${FLEET_MAIL_FROM}", smtp: "ssm:/fleet/smtp" }

            environments:
            """;
    private static final String ENVIRONMENT = """
              %1$s:
                platform: aws
                region: "${FLEET_REGION}"
                vpc: "${FLEET_VPC}"
                subnets: ["${FLEET_SUBNET_1}", "${FLEET_SUBNET_2}"]
                domain: "${FLEET_%2$s_DOMAIN}"
                certificate: "${FLEET_%2$s_CERTIFICATE}"
            %3$s    priorities: %4$s
            """;

    /** The variables, each with a value of the right shape; a text that is valid with these lacks nothing else. */
    static Map<String, String> examples() {
        var examples = new LinkedHashMap<String, String>();
        examples.put("FLEET_ACCOUNT", "123456789012");
        examples.put("FLEET_GIT_ORG", "Example-Org");
        examples.put("FLEET_ISSUER", "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_EXAMPLE");
        examples.put("FLEET_CLIENT", "1example23456789");
        examples.put("FLEET_MAIL_FROM", "fleet@example.com");
        examples.put("FLEET_REGION", "us-east-1");
        examples.put("FLEET_VPC", "vpc-0a1b2c3d4e5f60718");
        examples.put("FLEET_SUBNET_1", "subnet-0a1b2c3d4e5f60718");
        examples.put("FLEET_SUBNET_2", "subnet-0b1b2c3d4e5f60718");
        for (var environment : List.of("DEV", "PROD")) {
            examples.put("FLEET_%s_DOMAIN".formatted(environment),
                    "labs-%s.example.com".formatted(environment.toLowerCase(Locale.ROOT)));
            examples.put("FLEET_%s_CERTIFICATE".formatted(environment),
                    "arn:aws:acm:us-east-1:123456789012:certificate/EXAMPLE");
        }
        return examples;
    }

    String yaml(List<OldApp> apps) {
        return HEAD.formatted(fleet) + environment("dev", "DEV", range(apps, OldKey.DEV_PRIORITY, 101, 199))
                + environment("prod", "PROD", range(apps, OldKey.PROD_PRIORITY, 301, 399));
    }

    private String environment(String name, String variable, String priorities) {
        var folder = home.map(path -> path.replaceAll("/+$", "")).filter(path -> path.matches("/[A-Za-z0-9_./-]+"))
                .map(path -> "    home: " + YamlText.of(path) + "\n").orElse("");
        return ENVIRONMENT.formatted(name, variable, folder, priorities);
    }

    /** The old ranges, made wider if an app lies outside. */
    private static String range(List<OldApp> apps, OldKey priority, int first, int last) {
        var taken = apps.stream().map(app -> app.settings().get(priority)).filter(setting -> setting != null)
                .map(OldApp.Setting::yaml).filter(number -> number.matches("[1-9][0-9]{0,4}"))
                .mapToInt(Integer::parseInt)
                .summaryStatistics();
        return "%d-%d".formatted(Math.min(first, taken.getMin()), Math.max(last, taken.getMax()));
    }
}
