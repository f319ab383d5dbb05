package io.flotilla.monitor;

import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.flotilla.base.strangers.RunningRoutes;
import io.flotilla.base.strangers.StrangerContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;

@QuarkusTest
@QuarkusTestResource(MonitorResource.class)
class StrangerTest extends StrangerContract {

    @Override
    protected List<String> carryAToken() {
        return List.of("/by-token/.*");
    }

    @Singleton
    static class Reader {
        void read(@Observes Router router) {
            RunningRoutes.read(router);
        }
    }
}
