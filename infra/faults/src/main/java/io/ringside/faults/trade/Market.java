package io.ringside.faults.trade;

import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The instruments that are traded in a run and their last quotes, shared by all traders. */
public final class Market {
    private final List<Instrument> instruments;
    private final Map<String, Top> tops = new ConcurrentHashMap<>();

    private Market(List<Instrument> instruments) {
        this.instruments = List.copyOf(instruments);
    }

    /** What an order has to fit. */
    public record Instrument(String id, BigDecimal tick, BigDecimal step, String assetClass) {
        /** The price moved by so many basis points, on the tick. */
        String price(BigDecimal price, int basisPoints) {
            BigDecimal moved =
                    price.multiply(BigDecimal.valueOf(10_000L + basisPoints).movePointLeft(4));
            return moved.divide(tick, 0, RoundingMode.HALF_EVEN)
                    .max(BigDecimal.ONE)
                    .multiply(tick)
                    .toPlainString();
        }
    }

    /** The best prices. */
    record Top(BigDecimal bid, BigDecimal ask) {}

    /** The wanted ones of the gateway's instruments. */
    public static Market of(JsonNode answer, Set<String> wanted) {
        List<Instrument> found = new ArrayList<>();
        for (JsonNode row : field(answer, "instruments").values()) {
            String id = text(row, "id");
            if (wanted.contains(id)) {
                found.add(new Instrument(
                        id,
                        new BigDecimal(text(row, "priceTick")),
                        new BigDecimal(text(row, "quantityStep")),
                        text(row, "assetClass")));
            }
        }
        return new Market(found);
    }

    public List<Instrument> instruments() {
        return instruments;
    }

    /** Takes a quote; one without both sides changes nothing. */
    public void quote(JsonNode quote) {
        JsonNode bid = quote.get("bid");
        JsonNode ask = quote.get("ask");
        if (bid != null && bid.isString() && ask != null && ask.isString()) {
            tops.put(
                    text(quote, "instrument"),
                    new Top(new BigDecimal(bid.getStringValue()), new BigDecimal(ask.getStringValue())));
        }
    }

    /** Whether every instrument has a price. */
    public boolean isPriced() {
        return instruments.stream().allMatch(instrument -> tops.containsKey(instrument.id()));
    }

    /** A price so far from the middle, on the tick; none while there is no price. */
    public Optional<String> near(String instrument, int partsPerMillion) {
        Top top = tops.get(instrument);
        if (top == null) {
            return Optional.empty();
        }
        BigDecimal middle = top.bid().add(top.ask()).divide(BigDecimal.TWO);
        BigDecimal moved =
                middle.multiply(BigDecimal.valueOf(1_000_000L + partsPerMillion).movePointLeft(6));
        return instrument(instrument).map(each -> each.price(moved, 0));
    }

    Optional<Instrument> instrument(String id) {
        return instruments.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Nullable
    Top top(Instrument instrument) {
        return tops.get(instrument.id());
    }

    private static String text(JsonNode row, String field) {
        return field(row, field).getStringValue();
    }

    private static JsonNode field(JsonNode row, String field) {
        JsonNode value = row.get(field);
        if (value == null) {
            throw new IllegalStateException("the gateway's answer lacks " + field);
        }
        return value;
    }
}
