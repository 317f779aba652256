package io.ringside.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UserCommandTest {
    private static final String SUBJECT = "cmd.alert.acknowledge.3.alice";
    private static final String OF_ANOTHER = "user is not the one who sent the command.";

    @Test
    void speaksForItsSenderAndNobodyElse() {
        assertThat(fault("alice", "alice", "k-1")).isEmpty();
        assertThat(fault(null, "alice", "k-1")).isEmpty();
        assertThat(fault("mallory", "alice", "k-1")).contains(OF_ANOTHER);
        assertThat(fault("mallory", "mallory", "k-1")).contains(OF_ANOTHER);
        assertThat(fault("alice", "mallory", "k-1")).contains(OF_ANOTHER);
    }

    @Test
    void hasAnIdOfItsOwn() {
        assertThat(fault("alice", "alice", "a".repeat(37)))
                .contains("clientCommandId must be 1 to 36 letters, digits, hyphens or underscores.");
    }

    @Test
    void isAnsweredToItsSenderAndToItsAddresseeOnlyWhereNoneIsKnown() {
        assertThat(List.of(
                        UserCommand.sender("mallory", SUBJECT),
                        UserCommand.sender(null, SUBJECT),
                        UserCommand.sender("no token", SUBJECT)))
                .containsExactly("mallory", "alice", "alice");
    }

    private static Optional<String> fault(@Nullable String sender, String user, String id) {
        Delivery delivery =
                new Delivery("COMMANDS", 1, Instant.EPOCH, SUBJECT, 3, "m-1", sender, null, "", new byte[] {});
        return UserCommand.fault(delivery, user, id);
    }
}
