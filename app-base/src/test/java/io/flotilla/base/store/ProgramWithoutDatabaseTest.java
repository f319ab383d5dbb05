package io.flotilla.base.store;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProgramWithoutDatabaseTest {
    @Inject
    Store store;

    @Test
    void isReadyWithoutOne() {
        get("/q/health/live").then().statusCode(200);
        get("/q/health/ready").then().statusCode(200).body(not(containsString("sqlite")));
    }

    @Test
    void saysWhatToSetWhenTheStoreIsUsed() {
        String read = assertThrows(IllegalStateException.class, () -> store.read(handle -> 1)).getMessage();
        String write = assertThrows(IllegalStateException.class, () -> store.write(handle -> 1)).getMessage();

        assertTrue(read.contains("set flotilla.database"), read);
        assertTrue(write.contains("FLOTILLA_DATABASE"), write);
    }
}
