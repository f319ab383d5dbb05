package io.flotilla.base.strangers;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.flotilla.base.page.TrialPages;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.ext.web.Router;

@QuarkusTest
@TestProfile(TrialPages.class)
class StrangerTest extends StrangerContract {

    @Singleton
    static class Reader {
        void read(@Observes Router router) {
            RunningRoutes.read(router);
        }
    }
}
