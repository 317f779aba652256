package io.ringside.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.rfq.Rfq;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RfqTest {
    @Test
    void theIdOfARequestFollowsFromAccountAndClientIdForEver() {
        assertThat(Rfq.idOf("HARBOUR-1", "r-1")).isEqualTo("ba3f89a5-c693-8396-88f2-0c95fedc1043");
    }

    @Test
    void itIsAUuidOfVersion8() {
        UUID id = UUID.fromString(Rfq.idOf("HARBOUR-1", "r-1"));

        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void whatIsReservedForACommandIsNeverNamedAsAnOrderCouldBe() {
        assertThat(Rfq.reservationOf("HARBOUR-1", "r-1"))
                .isEqualTo("rfq-ba3f89a5-c693-8396-88f2-0c95fedc1043")
                .hasSizeGreaterThan(36);
    }

    @Test
    void anotherAccountOrAnotherClientIdIsAnotherRequest() {
        assertThat(Rfq.idOf("HARBOUR-1", "r-1"))
                .isNotEqualTo(Rfq.idOf("HARBOUR-2", "r-1"))
                .isNotEqualTo(Rfq.idOf("HARBOUR-1", "r-2"));
    }
}
