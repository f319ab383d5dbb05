package io.flotilla.monitor.process;

/** Catalogues of fleets on this machine for packaged monitors to watch. */
final class Fleets {
    private static final String HEAD = """
            fleet: davinci-labs
            identity: { overrides: [superuser] }
            alerts: { from: fleet@example.com, every: %s, timeout: 10s, down_after: 2, up_after: 2, remind_every: 4h }
            environments:
              local: { platform: local, port: %d }
            apps:
              Health:
                role: health-monitor
                runtime: jvm
                artifact: monitor.jar
                url_path: /health/
                requires: [everyone]
                local: {}
            """;
    private static final String APP = """
              %1$s:
                title: %1$s
                runtime: custom
                user_data: app.sh
                url_path: /%2$s/
                email_to: [lead@example.com]
                local: {}
            """;

    private Fleets() {}

    /**
     * The monitor, and some apps.
     *
     * @param port  where all of them are
     * @param every how often they are checked
     */
    static String of(int port, String every, String... apps) {
        var text = new StringBuilder(HEAD.formatted(every, port));
        for (var app : apps) {
            text.append(APP.formatted(app, app.toLowerCase()));
        }
        return text.toString();
    }
}
