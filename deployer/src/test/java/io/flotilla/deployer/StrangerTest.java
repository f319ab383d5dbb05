package io.flotilla.deployer;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.flotilla.base.strangers.RunningRoutes;
import io.flotilla.base.strangers.StrangerContract;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;

@QuarkusTest
class StrangerTest extends StrangerContract {

    @Singleton
    static class Reader {
        void read(@Observes Router router) {
            RunningRoutes.read(router);
        }
    }
}
