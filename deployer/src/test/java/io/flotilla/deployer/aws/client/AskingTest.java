package io.flotilla.deployer.aws.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import io.flotilla.deployer.aws.ScriptedAws;
import io.flotilla.deployer.platform.PlatformFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AskingTest {
    private final ScriptedAws script = new ScriptedAws();

    @AfterEach
    void close() {
        script.close();
    }

    @Test
    void namesTheActionThatIsNotAllowed() {
        script.fails("DescribeStacks", "AccessDenied", "User: arn:aws:iam::1:user/bob is not authorized");
        var failure = assertThrows(PlatformFailure.Final.class, this::ask);
        assertEquals(
                "DescribeStacks of the stacks: you may not cloudformation:DescribeStacks; \"deployer iam-policy\" prints "
                        + "the policy that allows it (AWS says: User: arn:aws:iam::1:user/bob is not authorized)",
                failure.getMessage());
    }

    @Test
    void saysThatCredentialsHaveExpired() {
        script.fails("DescribeStacks", "ExpiredToken", "The security token included in the request is expired");
        var failure = assertThrows(PlatformFailure.Final.class, this::ask);
        assertTrue(failure.getMessage().contains("sign in again, then run this again"), failure.getMessage());
    }

    @Test
    void triesAgainWhenThrottled() {
        script.fails("DescribeStacks", "Throttling", "Rate exceeded").on("DescribeStacks", "<Stacks/>");
        ask();
        assertEquals(List.of("DescribeStacks", "DescribeStacks"), script.actions());
    }

    private void ask() {
        Asking.ask("cloudformation:DescribeStacks", "the stacks", () -> script.aws.cloudFormation().describeStacks());
    }
}
