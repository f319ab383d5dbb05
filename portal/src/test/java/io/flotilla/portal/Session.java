package io.flotilla.portal;

import static io.restassured.RestAssured.given;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** One person's browser without a screen: it keeps the CSRF cookie, sends the forms it was given, and follows redirects itself. */
public final class Session {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");

    private final String person;
    private String cookie;
    private String token;

    /** @param person as {@link PersonHeader} takes them */
    public Session(String person) {
        this.person = person;
    }

    public Response get(String path) {
        var answer = request().get("/portal" + path);
        learn(answer);
        return answer;
    }

    /** Sends a form from the last page; the answer is not followed. */
    public Response post(String path, Map<String, String> form) {
        return learned().contentType("application/x-www-form-urlencoded; charset=utf-8").formParam("csrf-token", token)
                .formParams(form).post("/portal" + path);
    }

    public Response upload(String path, byte[] file) {
        return learned().multiPart("csrf-token", token).multiPart("file", "logo.png", file, "image/png")
                .post("/portal" + path);
    }

    /** Without the token that only our own pages have. */
    public Response forged(String path, Map<String, String> form) {
        return request().contentType("application/x-www-form-urlencoded").formParams(form).post("/portal" + path);
    }

    private RequestSpecification learned() {
        if (token == null) {
            get("/?home");
        }
        return request().cookie("csrf-token", cookie);
    }

    private RequestSpecification request() {
        return given().redirects().follow(false).accept("text/html")
                .header(PersonHeader.HEADER,
                        new String(person.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    private void learn(Response answer) {
        if (answer.getCookie("csrf-token") != null) {
            cookie = answer.getCookie("csrf-token");
            var found = TOKEN.matcher(answer.asString());
            if (found.find()) {
                token = found.group(1);
            }
        }
    }
}
