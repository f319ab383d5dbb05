package io.flotilla.portal.audit;

import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

/** Audit entries for other programs. */
public final class AuditText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AuditText() {}

    /** RFC 4180, with a line of names. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
    public static String csv(List<AuditEntry> entries) {
        var csv = new StringBuilder("number,at,actor,actor name,action,subject,before,after\r\n");
        for (var entry : entries) {
            csv.append(entry.number()).append(',').append(entry.at());
            for (var cell : List.of(entry.actor(), entry.actorName(), entry.action(), entry.subject(), entry.before(),
                    entry.after())) {
                csv.append(",\"").append(harmless(cell).replace("\"", "\"\"")).append('"');
            }
            csv.append("\r\n");
        }
        return csv.toString();
    }

    public static ArrayNode json(List<AuditEntry> entries) {
        var array = JSON.createArrayNode();
        entries.forEach(entry -> array.addObject().put("number", entry.number()).put("at", entry.at().toString())
                .put("actor", entry.actor()).put("actorName", entry.actorName()).put("action", entry.action())
                .put("subject", entry.subject()).put("before", entry.before()).put("after", entry.after()));
        return array;
    }

    private static String harmless(String cell) {
        return cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    }
}
