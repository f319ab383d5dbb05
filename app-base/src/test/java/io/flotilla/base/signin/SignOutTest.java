package io.flotilla.base.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.Optional;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import org.junit.jupiter.api.Test;

class SignOutTest {
    @Test
    void behindTheLoadBalancerTheWayBackIsHttpsOnTheHostThatWasAsked() {
        assertEquals("https://console.example.com", origin("aws", HostAndPort.create("console.example.com", -1)));
    }

    @Test
    void onThisMachineItIsAsTheBrowserAsked() {
        assertEquals("http://127.0.0.1:8080", origin("local", HostAndPort.create("127.0.0.1", 8080)));
    }

    /** What an instance sees: behind the load balancer, too, it is asked by http. */
    private static String origin(String platform, HostAndPort asked) {
        var request = (HttpServerRequest) Proxy.newProxyInstance(SignOutTest.class.getClassLoader(),
                new Class<?>[]{HttpServerRequest.class}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "scheme" -> "http";
                    case "authority" -> asked;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return new SignOut(null, null, null, Optional.empty(), platform).origin(request);
    }
}
