package io.flotilla.base.catalogue;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What {@code ${VAR}} stands for in a catalogue. The deployer's surroundings decide; it hands what the catalogue uses to the
 * other programs that read the catalogue, each under a prefix, so that no variable of the program itself is touched.
 */
public final class CatalogueVariables {
    private static final String HANDED = "FLOTILLA_VARIABLE_";
    /** A catalogue's values are shown on pages and in templates; what names these is meant for the program alone. */
    private static final Pattern KEPT = Pattern.compile("(FLOTILLA|QUARKUS|AWS|SMALLRYE|MP|VAULT)_.*|PG[A-Z]+"
            + "|.*(PASSW|PASSPHRASE|SECRET|TOKEN|CREDENTIAL|JDBC|DATABASE_UR|(API|ACCESS|PRIVATE|SESSION)_?KEY).*");

    private CatalogueVariables() {}

    /** Of a program's environment, as {@link System#getenv()} has it: what was handed to it, and what else it has. */
    public static Map<String, String> of(Map<String, String> environment) {
        var variables = new HashMap<String, String>();
        environment.forEach((name, value) -> {
            if (!mayHoldASecret(name)) {
                variables.put(name, value);
            }
        });
        environment.forEach((name, value) -> {
            if (name.startsWith(HANDED) && !mayHoldASecret(name.substring(HANDED.length()))) {
                variables.put(name.substring(HANDED.length()), value);
            }
        });
        return variables;
    }

    /** Whether the variable is never put in, whatever its value. */
    public static boolean mayHoldASecret(String variable) {
        return KEPT.matcher(variable.toUpperCase(Locale.ROOT)).matches();
    }

    /** The name under which a variable is handed to a program. */
    static String handed(String variable) {
        return HANDED + variable;
    }

    static boolean isHanded(String variable) {
        return variable.startsWith(HANDED);
    }
}
