package io.ringside.marketdata.operation;

import java.nio.file.Path;

/** Which feed an operator chose, in the words of the setting. */
sealed interface FeedChoice {
    /** Prices of our own. */
    record Simulator() implements FeedChoice {}

    /** The exchange's public endpoint. */
    record Kraken() implements FeedChoice {}

    /** A recording. */
    record Replay(Path file) implements FeedChoice {}

    /**
     * @throws IllegalArgumentException says what may be chosen
     */
    static FeedChoice of(String text) {
        if (text.equals("simulator")) {
            return new Simulator();
        }
        if (text.equals("kraken")) {
            return new Kraken();
        }
        if (text.startsWith("replay:") && text.length() > "replay:".length()) {
            return new Replay(Path.of(text.substring("replay:".length())));
        }
        throw new IllegalArgumentException(
                "MARKET_DATA_FEED is '" + text + "'; it may be simulator, kraken or replay:FILE");
    }

    /** The name that quotes carry. */
    default String sourceName() {
        return switch (this) {
            case Simulator simulator -> "simulator";
            case Kraken kraken -> "kraken";
            case Replay replay -> "replay";
        };
    }
}
