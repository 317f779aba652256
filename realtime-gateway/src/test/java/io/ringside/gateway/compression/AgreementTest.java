package io.ringside.gateway.compression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgreementTest {
    private static final String FRESH = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "permessage-deflate |",
                "permessage-deflate; client_max_window_bits |",
                "permessage-deflate;client_max_window_bits=9 |",
                "Permessage-Deflate ; Server_No_Context_Takeover |",
                "permessage-deflate; client_no_context_takeover; server_max_window_bits=15 | ;"
                        + " server_max_window_bits=15",
                "permessage-deflate; server_max_window_bits=9 | ; server_max_window_bits=9",
                "permessage-deflate; server_max_window_bits=\"10\" | ; server_max_window_bits=10",
                "x-webkit-deflate-frame, permessage-deflate; server_max_window_bits=8 | ; server_max_window_bits=8",
                "permessage-deflate; server_max_window_bits=16, permessage-deflate |",
                "permessage-deflate; server_max_window_bits=8, permessage-deflate | ; server_max_window_bits=8"
            })
    void agreesOnTheFirstOfferThatItCanKeepAndTakesOverNoContext(String offer, String more) {
        assertThat(Agreement.of(List.of(offer)).map(Agreement::header)).contains(FRESH + (more == null ? "" : more));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x-webkit-deflate-frame",
                "permessage-deflate; unknown",
                "permessage-deflate; server_no_context_takeover=1",
                "permessage-deflate; server_max_window_bits",
                "permessage-deflate; server_max_window_bits=7",
                "permessage-deflate; server_max_window_bits=16",
                "permessage-deflate; server_max_window_bits=010",
                "permessage-deflate; client_max_window_bits=0",
                "permessage-deflate; client_no_context_takeover; client_no_context_takeover"
            })
    void declinesWhatItDoesNotKnowAndWhatIsMalformed(String offer) {
        assertThat(Agreement.of(List.of(offer))).isEmpty();
    }

    @Test
    void looksAtEveryHeaderInTheirOrder() {
        List<String> offers = List.of(
                "bad; permessage-deflate", "permessage-deflate; server_max_window_bits=12", "permessage-deflate");
        assertThat(Agreement.of(offers)).contains(new Agreement(12));
        assertThat(Agreement.of(List.of())).isEmpty();
    }
}
