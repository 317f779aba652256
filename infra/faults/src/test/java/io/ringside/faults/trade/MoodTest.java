package io.ringside.faults.trade;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderType;
import io.ringside.testkit.AnOrder;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MoodTest {
    private final Market market = Market.of(
            json("{\"instruments\":[" + instrument("CA", "0.50", "1", "METAL") + ','
                    + instrument("XBT-CHF", "0.1", "0.00000001", "CRYPTO") + ',' + instrument("ZZ", "1", "1", "EQUITY")
                    + "]}"),
            Set.of("CA", "XBT-CHF"));

    @Test
    void thereIsNothingToDoWithoutPrices() {
        assertThat(new Mood(new SplittableRandom(1), market).next(List.of())).isEmpty();
        assertThat(market.isPriced()).isFalse();
    }

    @Test
    void ordersFitTheirInstrumentAndTheMixHasEverything() {
        market.quote(json("{\"instrument\":\"CA\",\"bid\":\"9000.00\",\"ask\":\"9001.50\"}"));
        market.quote(json("{\"instrument\":\"XBT-CHF\",\"bid\":\"50000.1\",\"ask\":\"50001.2\"}"));
        market.quote(json("{\"instrument\":\"CA\",\"bid\":null}"));
        assertThat(market.isPriced()).isTrue();
        Mood mood = new Mood(new SplittableRandom(1), market);
        OrderState resting = AnOrder.in("CA", "SELL DAY 3 @ 9100.00").accepted();
        List<Intent> intents = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            intents.add(mood.next(List.of(resting)).orElseThrow());
        }

        assertThat(intents).hasAtLeastOneElementOfType(Intent.TakeBack.class);
        assertThat(intents).contains(new Intent.TakeAllBack("CA"));
        assertThat(intents)
                .filteredOn(Intent.Amend.class::isInstance)
                .map(Intent.Amend.class::cast)
                .isNotEmpty()
                .allSatisfy(amend -> assertThat(new BigDecimal(amend.limitPrice()))
                        .isBetween(new BigDecimal("9100.00"), new BigDecimal("9110.00")));
        List<Intent.Enter> orders = intents.stream()
                .filter(Intent.Enter.class::isInstance)
                .map(Intent.Enter.class::cast)
                .toList();
        assertThat(orders).extracting(Intent.Enter::type).contains(OrderType.MARKET, OrderType.LIMIT);
        assertThat(orders).extracting(Intent.Enter::far).contains(true, false);
        assertThat(orders).filteredOn(order -> order.limitPrice() != null).allSatisfy(order -> {
            BigDecimal tick = new BigDecimal(order.instrument().equals("CA") ? "0.50" : "0.1");
            assertThat(new BigDecimal(order.limitPrice()).remainder(tick)).isEqualByComparingTo("0");
        });
        assertThat(orders).allSatisfy(order -> assertThat(new BigDecimal(order.quantity()))
                .isPositive());
    }

    private static String instrument(String id, String tick, String step, String assetClass) {
        return "{\"id\":\"" + id + "\",\"priceTick\":\"" + tick + "\",\"quantityStep\":\"" + step + "\","
                + "\"assetClass\":\"" + assetClass + "\"}";
    }

    private static JsonNode json(String text) {
        try {
            return Objects.requireNonNull(ObjectMapper.getDefault().readValue(text, Argument.of(JsonNode.class)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
