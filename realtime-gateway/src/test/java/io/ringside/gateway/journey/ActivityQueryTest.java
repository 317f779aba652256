package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Alice's feed of 220 lines in two accounts and her own requests, with many alike in every column. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActivityQueryTest {
    private static final int LINES = 220;
    private static final Map<String, String> COLUMNS = Map.of(
            "kind", "kind",
            "time", "at",
            "product", "instrument",
            "direction", "side",
            "quantity", "quantity",
            "price", "price",
            "counterparty", "counterparty",
            "status", "status",
            "tenor", "tenor",
            "promptDate", "promptDate");
    private static final Set<String> NUMBERS = Set.of("quantity", "price");

    private GatewayUnderTest gateway;
    private String alice;

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(Map.of());
        gateway.database().execute("""
            insert into activity.entry (reader, kind, id, origin, account, at, instrument, side, quantity, price,
                counterparty, firms_asked, status, tenor, prompt_date, version)
            select case when n %% 11 = 0 then 'user/alice' else 'account/HARBOUR-' || (n %% 2 + 1) end,
                case when n %% 11 = 0 then 'RFQ_SENT' when n %% 5 = 0 then 'TRANSACTION' else 'ORDER' end,
                'id-' || n, 'id-' || n, 'HARBOUR-' || (n %% 2 + 1),
                timestamptz '2026-11-21 09:00:00.000001Z' + (n / 10) * interval '1 microsecond',
                case when n %% 3 = 0 then 'ADA-XBT' else 'CA' end, case when n %% 2 = 0 then 'BUY' else 'SELL' end,
                case when n %% 4 = 0 then 9 else 10.50 end,
                case when n %% 7 = 0 then null else 9000.50 + n %% 6 end,
                case when n %% 9 = 0 then 'kestrel' when n %% 9 = 1 then 'acorn' end,
                case when n %% 11 = 0 then 2 end,
                case when n %% 11 = 0 then 'OPEN' when n %% 5 = 0 then 'TRADED' else 'FILLED' end,
                case when n %% 8 = 0 then '3M' end, case when n %% 8 = 0 then date '2027-02-20' + n %% 3 end, 1 + n
            from generate_series(1, %d) n;
            insert into activity.entry (reader, kind, id, origin, at, instrument, side, quantity, status, version)
            values ('user/bob', 'RFQ_RECEIVED', 'r-1', 'r-1', '2026-11-21T09:00:00Z', 'CA', 'SELL', 5, 'REQUESTED', 1)
            """.formatted(LINES));
        alice = gateway.token("alice");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void tellsAnEntryAsTheContractHasIt() {
        assertThat(body(gateway.token("bob"), "")).isEqualTo("""
            {"entries":[{"kind":"RFQ_RECEIVED","id":"r-1","origin":"r-1","at":"2026-11-21T09:00:00Z",\
            "instrument":"CA","side":"SELL","quantity":"5","status":"REQUESTED","version":1}]}\
            """);
        assertThat(body(alice, "kind=RFQ_SENT&limit=1&sort=price&direction=asc&product=ADA-XBT"))
                .startsWith("""
            {"entries":[{"kind":"RFQ_SENT","id":"id-198","origin":"id-198","account":"HARBOUR-1",\
            "at":"2026-11-21T09:00:00.000020Z","instrument":"ADA-XBT","side":"BUY","quantity":"10.50",\
            "price":"9000.50","counterparty":"kestrel","firmsAsked":2,"status":"OPEN","version":199}],"nextCursor":"\
            """);
    }

    @ParameterizedTest
    @MethodSource("sorts")
    void sortsByEachColumnWithoutLossOrDoubleAndEmptyOnesLast(String sort, String direction) {
        List<JsonNode> seen = walk("sort=" + sort + "&direction=" + direction + "&limit=9");

        assertThat(ids(seen)).hasSize(LINES).doesNotHaveDuplicates();
        List<String> values = seen.stream()
                .map(entry -> text(entry, Objects.requireNonNull(COLUMNS.get(sort))))
                .toList();
        List<String> filled = values.stream().filter(value -> !value.isEmpty()).toList();
        Comparator<String> up =
                NUMBERS.contains(sort) ? Comparator.comparing(BigDecimal::new) : Comparator.<String>naturalOrder();
        assertThat(values.subList(0, filled.size())).isSortedAccordingTo(direction.equals("asc") ? up : up.reversed());
    }

    /** A line that changes between two pages may move; every other is seen once. */
    @Test
    void neitherSkipsNorRepeatsALineThatStaysAsItIsWhileOthersMove() {
        Set<String> moved = new HashSet<>();
        List<JsonNode> seen = new ArrayList<>();
        String cursor = "";
        for (int page = 0; cursor != null; page++) {
            JsonNode answer = get("sort=price&direction=desc&limit=20" + cursor);
            answer.get("entries").values().forEach(seen::add);
            cursor = cursor(answer);
            String some = "id-" + (18 * page + 1);
            moved.add(some);
            gateway.database()
                    .execute("update activity.entry set price = 9003.25, version = version + 1"
                            + " where id = '%s' and reader like '%%HARBOUR%%'".formatted(some));
        }
        List<String> still =
                ids(seen).stream().filter(id -> !moved.contains(id)).toList();
        assertThat(still).doesNotHaveDuplicates();
        assertThat(new HashSet<>(still)).hasSize(LINES - moved.size());
    }

    @ParameterizedTest
    @CsvSource({
        "kind=TRANSACTION,n % 5 = 0 and n % 11 <> 0",
        "'kind=TRANSACTION,RFQ_SENT',n % 5 = 0 or n % 11 = 0",
        "status=OPEN,n % 11 = 0",
        "'status=FILLED,OPEN',n % 5 <> 0 or n % 11 = 0",
        "product=ADA-XBT,n % 3 = 0",
        "side=BUY,n % 2 = 0",
        "counterparty=kestrel,n % 9 = 0",
        "from=2026-11-21T09:00:00.000003Z,n / 10 >= 2",
        "to=2026-11-21T09:00:00.000003Z,n / 10 < 2",
        "product=CA&side=SELL&kind=ORDER,n % 3 <> 0 and n % 2 = 1 and n % 5 <> 0 and n % 11 <> 0"
    })
    void filters(String query, String which) {
        Set<String> expected = Set.copyOf(gateway.database()
                .rows("select 'id-' || n from generate_series(1, %d) n where %s".formatted(LINES, which)));

        assertThat(Set.copyOf(ids(walk(query + "&limit=50")))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=501",
                "sort=colour",
                "direction=up",
                "kind=CAT",
                "kind=ORDER,",
                "status=filled",
                "side=BUY,KEEP",
                "product=a%20b",
                "counterparty=%00",
                "from=yesterday",
                "to=2026-02-30T00:00:00Z",
                "cursor=x",
                "cursor=AAAA"
            })
    void refusesWhatItCannotAnswer(String query) {
        assertRefused(query, query.substring(0, query.indexOf('=')));
    }

    @Test
    void refusesACursorOfAnotherListByNameAndRule() {
        String cursor = cursor(get("sort=price&limit=5"));
        for (String other : List.of("sort=time", "sort=price&direction=asc", "sort=price&side=BUY")) {
            assertThat(assertRefused(other + "&limit=5" + cursor, "cursor"))
                    .contains("must be of an answer with the same sort, direction and filters");
        }
        assertThat(get("sort=price&limit=7" + cursor).get("entries").size()).isEqualTo(7);
    }

    /** Nothing that somebody writes into a cursor reaches the database as what it is not. */
    @ParameterizedTest
    @ValueSource(strings = {"=ten", "=", "", "x", "=1\u0000"})
    void refusesACursorThatWasWrittenByHand(String value) {
        String[] parts = decoded(get("sort=price&limit=5").get("nextCursor").getStringValue())
                .split("\n", -1);
        for (int part : new int[] {1, 2, 3, 4}) {
            String[] forged = parts.clone();
            forged[part] = part == 1 ? value : "\u0000" + value;
            assertRefused("sort=price&limit=5&cursor=" + encoded(String.join("\n", forged)), "cursor");
        }
    }

    @Test
    void tellsNothingToWhoeverIsNotSignedIn() {
        assertThat(gateway.call("GET", "/api/activity", null, null).statusCode())
                .isEqualTo(401);
    }

    private static Stream<Arguments> sorts() {
        return COLUMNS.keySet().stream().sorted().flatMap(sort -> Stream.of("asc", "desc")
                .map(direction -> Arguments.of(sort, direction)));
    }

    private List<JsonNode> walk(String query) {
        return Pages.walk(gateway, alice, "/api/activity?" + query, "entries");
    }

    private JsonNode get(String query) {
        return GatewayUnderTest.json(body(alice, query));
    }

    private String body(String token, String query) {
        HttpResponse<String> answer = gateway.call("GET", "/api/activity?" + query, token, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String assertRefused(String query, String field) {
        HttpResponse<String> answer = gateway.call("GET", "/api/activity?" + query, alice, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(GatewayUnderTest.json(answer.body()).get("field").getStringValue())
                .isEqualTo(field);
        return answer.body();
    }

    private static @Nullable String cursor(JsonNode page) {
        JsonNode next = page.get("nextCursor");
        return next == null ? null : "&cursor=" + next.getStringValue();
    }

    private static String decoded(String cursor) {
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    }

    private static String encoded(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(JsonNode entry, String field) {
        JsonNode value = entry.get(field);
        return value == null ? "" : value.getStringValue();
    }

    private static List<String> ids(List<JsonNode> entries) {
        return entries.stream().map(entry -> text(entry, "id")).collect(Collectors.toList());
    }
}
