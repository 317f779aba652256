package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.trading.calendar.TradingDay;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryTest {
    private GatewayUnderTest gateway;

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(Map.of());
        gateway.database().execute("""
            insert into orders.orders (order_id, account, client_order_id, trader, instrument, side, order_type,
                time_in_force, quantity, limit_price, status, filled, filled_value, version, created_at, updated_at)
            select ('01890000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'HARBOUR-' || (n % 2 + 1), 'o-' || n,
                'alice', 'CA', 'BUY', 'LIMIT', 'DAY', 10, 9000.5, case when n % 5 = 0 then 'NEW' else 'FILLED' end,
                case when n % 5 = 0 then 3 else 10 end, case when n % 5 = 0 then 27000 else 90005 end, 1, now(), now()
            from generate_series(1, 250) n;
            insert into orders.orders (order_id, account, client_order_id, trader, instrument, side, order_type,
                time_in_force, quantity, status, reason, reason_text, version, created_at, updated_at)
            values ('01890000-0000-7000-8000-000000009999', 'KESTREL-1', 'no', 'bob', 'NOWHERE', 'SELL', 'MARKET',
                'IOC', 1.50, 'REJECTED', 'UNKNOWN_INSTRUMENT', 'There is no such instrument.', 1, now(), now());
            update orders.orders set status = 'PENDING_REPLACE', amend_id = 'a-1', amender = 'alice',
                amend_quantity = 12, amend_limit_price = 9001 where client_order_id = 'o-245';
            """);
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void pagesThroughOrdersTheNewestFirstWithoutLossOrDouble() {
        List<String> seen = Pages.walk(gateway, gateway.token("alice"), "/api/orders?limit=60", "orders").stream()
                .map(order -> order.get("clientOrderId").getStringValue())
                .toList();
        assertThat(seen)
                .hasSize(250)
                .doesNotHaveDuplicates()
                .startsWith("o-250")
                .endsWith("o-1");
    }

    @Test
    void showsAnOrderInTheDecimalsOfItsInstrument() {
        JsonNode order = get(gateway.token("alice"), "/api/orders?state=open&limit=1")
                .get("orders")
                .get(0);
        assertThat(order.get("status").getStringValue()).isEqualTo("NEW");
        assertThat(order.get("quantity").getStringValue()).isEqualTo("10");
        assertThat(order.get("filled").getStringValue()).isEqualTo("3");
        assertThat(order.get("leaves").getStringValue()).isEqualTo("7");
        assertThat(order.get("limitPrice").getStringValue()).isEqualTo("9000.50");
        assertThat(order.get("averagePrice").getStringValue()).isEqualTo("9000.0000");
    }

    @Test
    void showsWhatAnAmendAsksForWhileItIsUnderWay() {
        JsonNode order = get(gateway.token("alice"), "/api/orders?state=open&limit=2")
                .get("orders")
                .get(1);
        assertThat(order.get("status").getStringValue()).isEqualTo("PENDING_REPLACE");
        assertThat(order.get("quantity").getStringValue()).isEqualTo("10");
        assertThat(order.get("leaves").getStringValue()).isEqualTo("7");
        assertThat(order.get("amendId").getStringValue()).isEqualTo("a-1");
        assertThat(order.get("pendingTerms").get("quantity").getStringValue()).isEqualTo("12");
        assertThat(order.get("pendingTerms").get("limitPrice").getStringValue()).isEqualTo("9001.00");
    }

    @Test
    void showsARejectedOrderOfAnUnknownInstrument() {
        JsonNode order = get(gateway.token("bob"), "/api/orders").get("orders").get(0);
        assertThat(order.get("reason").getStringValue()).isEqualTo("UNKNOWN_INSTRUMENT");
        assertThat(order.get("quantity").getStringValue()).isEqualTo("1.50");
        assertThat(order.get("leaves").getStringValue()).isEqualTo("0");
    }

    @Test
    void showsOnlyOpenOrdersOfOneAccountWhenAskedTo() {
        JsonNode page = get(gateway.token("alice"), "/api/orders?account=HARBOUR-1&state=open");
        assertThat(page.get("orders").size()).isEqualTo(25);
    }

    @Test
    void showsEmptyListsAsLists() {
        HttpResponse<String> answer =
                gateway.call("GET", "/api/orders?account=KESTREL-1&state=open", gateway.token("bob"), null);
        assertThat(answer.body()).isEqualTo("{\"orders\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "limit=x", "state=closed", "cursor=x", "cursor=AAAA"})
    void refusesWhatItCannotAnswer(String query) {
        HttpResponse<String> answer = gateway.call("GET", "/api/orders?" + query, gateway.token("alice"), null);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(GatewayUnderTest.json(answer.body()).get("field").getStringValue())
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void hidesWhatIsOfOthers() {
        String token = gateway.token("bob");
        assertThat(gateway.call("GET", "/api/orders?account=HARBOUR-1", token, null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(gateway.call("GET", "/api/positions?account=HARBOUR-1", token, null)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void saysInWhatStepsAnInstrumentIsTraded() {
        assertThat(gateway.call("GET", "/api/instruments", gateway.token("alice"), null)
                        .body())
                .contains("\"id\":\"ADA-XBT\"", "\"priceTick\":\"0.000000010\"", "\"contractSize\":\"25\"");
    }

    @Test
    void saysWhenTheTradingDayOfAnInstrumentEnds() {
        gateway.database()
                .execute("update reference.instrument set trading_day_end = '17:00', trading_day_zone = 'Asia/Tokyo' "
                        + "where id = 'CA'");
        TradingDay tokyo = new TradingDay(LocalTime.of(17, 0), ZoneId.of("Asia/Tokyo"));
        Instant before = Instant.now();
        JsonNode instruments = get(gateway.token("alice"), "/api/instruments").get("instruments");
        Instant after = Instant.now();
        assertThat(dayEnd(instruments.get(0))).isBetween(TradingDay.UTC.endOf(before), TradingDay.UTC.endOf(after));
        assertThat(dayEnd(instruments.get(1))).isBetween(tokyo.endOf(before), tokyo.endOf(after));
    }

    private static Instant dayEnd(JsonNode instrument) {
        return Instant.parse(instrument.get("dayEndsAt").getStringValue());
    }

    @Test
    void saysWhereOneIs() {
        HttpResponse<String> answer = gateway.call("GET", "/api/environment", null, null);
        assertThat(answer.body()).isEqualTo("{\"name\":\"SIM\",\"version\":\"0.1.0\"}");
    }

    private JsonNode get(String token, String path) {
        HttpResponse<String> answer = gateway.call("GET", path, token, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return GatewayUnderTest.json(answer.body());
    }
}
