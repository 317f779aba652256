package io.ringside.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the limits count; header lines are parted by a bar. */
class ClientAddressesTest {
    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "198.51.100.1;    203.0.113.7;                             198.51.100.1",
                "10.1.2.3;        '';                                      10.1.2.3",
                "10.1.2.3;        203.0.113.7;                             203.0.113.7",
                "10.1.2.3;        1.1.1.1, 203.0.113.7;                    203.0.113.7",
                "10.1.2.3;        1.1.1.1, 203.0.113.7, 10.9.9.9;          203.0.113.7",
                "10.1.2.3;        1.1.1.1 | 203.0.113.7 | 10.9.9.9;        203.0.113.7",
                "10.1.2.3;        10.7.7.7, 10.9.9.9;                      10.7.7.7",
                "10.1.2.3;        203.0.113.7, unknown;                    10.1.2.3",
                "10.1.2.3;        203.0.113.7, evil.example, 10.9.9.9;     10.9.9.9",
                "10.1.2.3;        '203.0.113.7,';                          203.0.113.7",
                "10.1.2.3;        203.0.113.7:4711;                        203.0.113.7",
                "10.1.2.3;        [2001:db8::7]:4711;                      2001:db8:0:0:0:0:0:7",
                "10.1.2.3;        2001:db8::7;                             2001:db8:0:0:0:0:0:7",
                "10.1.2.3;        ::ffff:203.0.113.7;                      203.0.113.7",
                "fd00::9;         203.0.113.7;                             203.0.113.7",
                "fe00::9;         203.0.113.7;                             fe00:0:0:0:0:0:0:9",
                "192.0.2.1;       203.0.113.7;                             203.0.113.7",
                "192.0.2.2;       203.0.113.7;                             192.0.2.2"
            })
    void takesTheRightMostAddressThatIsNoTrustedBalancers(String peer, String header, String client) {
        ClientAddresses addresses = trusting("10.0.0.0/8", "fd00::/8", "192.0.2.1", " ");
        List<String> headers = Arrays.stream(header.split("\\|")).toList();
        assertThat(addresses.resolve(InetAddress.ofLiteral(peer), headers).getHostAddress())
                .isEqualTo(client);
    }

    @Test
    void ignoresTheHeaderWithoutTrustedBalancers() {
        assertThat(trusting().resolve(InetAddress.ofLiteral("127.0.0.1"), List.of("203.0.113.7")))
                .isEqualTo(InetAddress.ofLiteral("127.0.0.1"));
    }

    @Test
    void readsNoMoreHopsThanItsLimit() {
        String many = "203.0.113.7" + ", 10.0.0.1".repeat(16);
        assertThat(trusting("10.0.0.0/8").resolve(InetAddress.ofLiteral("10.0.0.2"), List.of(many)))
                .isEqualTo(InetAddress.ofLiteral("10.0.0.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "10.0.0.0/", "balancer.example", "fd00::/129"})
    void refusesWhatIsNoRange(String text) {
        assertThatThrownBy(() -> trusting(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a range of addresses such as 10.0.0.0/8: " + text);
    }

    private static ClientAddresses trusting(String... ranges) {
        return new ClientAddresses(new ProxySettings(List.of(ranges)));
    }
}
