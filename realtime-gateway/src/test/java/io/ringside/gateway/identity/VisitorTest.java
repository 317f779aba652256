package io.ringside.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitorTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "nothing",
            value = {
                "nothing, nothing",
                "'  ', nothing",
                "' Firefox/145 ', Firefox/145",
                "'a\u0000b\u001b[31mc', a?b?[31mc",
                "naïve, na?ve"
            })
    void keepsOfAClientsNameWhatCanBePrinted(String given, String kept) {
        assertThat(Visitor.printable(given)).isEqualTo(kept);
    }

    @Test
    void cutsANameThatIsTooLong() {
        assertThat(Visitor.printable("x".repeat(201))).isEqualTo("x".repeat(200));
    }

    @Test
    void namesALinkLocalAddressWithoutTheInterface() {
        assertThat(new Visitor(InetAddress.ofLiteral("fe80::1%1"), null, "c").addressText())
                .isEqualTo("fe80:0:0:0:0:0:0:1");
    }
}
