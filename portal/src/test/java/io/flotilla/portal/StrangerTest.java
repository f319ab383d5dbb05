package io.flotilla.portal;

import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.flotilla.base.strangers.RunningRoutes;
import io.flotilla.base.strangers.StrangerContract;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;

@QuarkusTest
class StrangerTest extends StrangerContract {

    @Override
    protected List<String> askForAProgramsToken() {
        return List.of("/api/v1/.*");
    }

    @Singleton
    static class Reader {
        void read(@Observes Router router) {
            RunningRoutes.read(router);
        }
    }
}
