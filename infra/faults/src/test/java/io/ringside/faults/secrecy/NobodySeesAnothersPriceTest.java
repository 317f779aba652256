package io.ringside.faults.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.nats.client.api.MessageInfo;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.rfq.QuoteStatus;
import io.ringside.contracts.rfq.RfqStatus;
import io.ringside.contracts.rfq.RfqView;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.StoredMessages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that leaves the gateway and everything that is kept for somebody, byte for byte: who gave a price and who
 * asked for it has it there, and nobody else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NobodySeesAnothersPriceTest {
    private static final int RUNS = 6;

    private final Prices prices = new Prices();
    private final List<Dealings.Quoted> quoted = new ArrayList<>();
    private SecretFloor floor;

    @BeforeAll
    void start(@TempDir Path logs) {
        floor = new SecretFloor(logs);
    }

    @AfterAll
    void stop() {
        floor.close();
    }

    @Test
    void aPriceIsSeenByWhoGaveItAndByWhoAskedForItAlone() {
        List<Dealings> runs = IntStream.rangeClosed(1, RUNS)
                .mapToObj(seed -> new Dealings(seed, prices, floor.parties()))
                .toList();
        runs.forEach(run -> quoted.addAll(run.run()));
        runs.forEach(Dealings::awaitExpired);
        awaitListed();
        for (Party party : floor.parties()) {
            readAll(party);
            assertSeesItsOwn(party, "what left the gateway for ", party.heard());
            assertSeesItsOwn(party, "all notices that were made for ", notices(party));
            assertSeesNothingElse(party, "the inbox of ", inbox(party));
            assertSeesNothingElse(party, "the stored views of ", views(party));
            assertSeesNothingElse(party, "the lines of activity of ", activity(party));
            assertThat(views(party)).as("the stored views of " + party.user()).isNotEmpty();
            assertThat(activity(party))
                    .as("the lines of activity of " + party.user())
                    .hasSizeGreaterThan(RUNS);
            assertThat(inbox(party)).as("the inbox of " + party.user()).isNotEmpty();
            party.views().forEach(view -> assertTellsNothingOfTheOthers(party, view));
        }
        assertEverythingHappened();
    }

    /** Nothing is proved by what did not happen. */
    private void assertEverythingHappened() {
        assertThat(quoted).hasSizeGreaterThan(100 * RUNS);
        List<RfqView> told = floor.parties().stream()
                .flatMap(party -> party.views().stream())
                .toList();
        assertThat(told).extracting(RfqView::status).contains(RfqStatus.values());
        assertThat(told)
                .filteredOn(view -> view.role() == RfqView.Role.COUNTERPARTY)
                .flatExtracting(RfqView::quotes)
                .extracting(RfqView.Quote::status)
                .contains(QuoteStatus.values());
    }

    private void assertSeesItsOwn(Party party, String where, List<String> texts) {
        assertSeesNothingElse(party, where, texts);
        for (Dealings.Quoted each : quoted) {
            if (each.surely() && mayBeSeenBy(each, party)) {
                assertThat(texts).as(where + party.user()).anyMatch(text -> text.contains(each.price()));
            }
        }
    }

    private void assertSeesNothingElse(Party party, String where, List<String> texts) {
        for (Dealings.Quoted each : quoted) {
            if (!mayBeSeenBy(each, party)) {
                assertThat(texts.stream().filter(text -> Prices.isIn(text, each.price())))
                        .as(where + party.user() + ", where " + each.price() + " is of "
                                + each.dealer().user())
                        .isEmpty();
            }
        }
    }

    private static boolean mayBeSeenBy(Dealings.Quoted each, Party party) {
        return each.dealer() == party || each.requester() == party;
    }

    /** Neither who the others are, nor how many, nor that they did anything. */
    private static void assertTellsNothingOfTheOthers(Party party, RfqView view) {
        if (view.role() == RfqView.Role.COUNTERPARTY) {
            assertThat(view.quotes()).extracting(RfqView.Quote::user).containsExactly(party.user());
            assertThat(view.clientRfqId()).isNull();
            List<Long> versions = party.views().stream()
                    .filter(each -> each.rfqId().equals(view.rfqId()))
                    .map(RfqView::version)
                    .distinct()
                    .sorted()
                    .toList();
            assertThat(versions)
                    .isEqualTo(IntStream.rangeClosed(1, versions.size())
                            .mapToObj(Long::valueOf)
                            .toList());
        }
    }

    /** Has the gateway answer all that a page asks, and connect without knowing anything. */
    private static void readAll(Party party) {
        List.of("/api/rfqs?limit=7", "/api/activity?limit=7&sort=price").forEach(list -> readAll(party, list));
        List.of("/api/rfqs?state=open", "/api/orders", "/api/counterparties").forEach(party::get);
        party.close();
        party.connect(true);
    }

    private static void readAll(Party party, String list) {
        String cursor = "";
        while (cursor != null) {
            JsonNode next = party.get(list + cursor).get("nextCursor");
            cursor = next == null ? null : "&cursor=" + next.getStringValue();
        }
    }

    /** Every request is a line as it ended. */
    private void awaitListed() {
        Eventually.holds(
                "every request is listed as it ended",
                () -> floor.database().rows("""
                select r.rfq_id from rfq.rfq r where not exists (select from activity.entry e
                    where e.kind = 'RFQ_SENT' and e.id = r.rfq_id::text and e.version = r.version)
                """).isEmpty());
    }

    private List<String> activity(Party party) {
        return floor.database()
                .rows("select row_to_json(e)::text from activity.entry e where reader in ('user/" + party.user()
                        + "', 'account/" + party.account() + "')");
    }

    private List<String> inbox(Party party) {
        return StoredMessages.in(floor.nats(), "INBOX", Subjects.inbox(party.user())).stream()
                .map(NobodySeesAnothersPriceTest::text)
                .toList();
    }

    private static String text(MessageInfo message) {
        return message.getHeaders() + new String(Objects.requireNonNull(message.getData()), StandardCharsets.UTF_8);
    }

    private List<String> notices(Party party) {
        return floor.database()
                .rows("select convert_from(body, 'UTF8') from runtime.event where subject = '"
                        + Subjects.inbox(party.user()) + "'");
    }

    private List<String> views(Party party) {
        return floor.database()
                .rows("select convert_from(body, 'UTF8') from rfq.view where party = '" + party.user() + "'");
    }
}
