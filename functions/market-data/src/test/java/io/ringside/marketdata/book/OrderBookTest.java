package io.ringside.marketdata.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderBookTest {
    private static final int DEPTH = 20;
    private static final int MESSAGES = 20_000;
    private static final int PRICE_SCALE = 3;
    private static final int VOLUME_SCALE = 8;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void equalsTheNaiveBookAfterEveryRandomMessage(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        OrderBook book = new OrderBook(DEPTH);
        NaiveBook naive = new NaiveBook(DEPTH);
        for (int message = 0; message < MESSAGES; message++) {
            List<BookLevel> asks = levels(random);
            List<BookLevel> bids = levels(random);
            if (random.nextInt(1_000) == 0) {
                book.replace(asks, bids);
                naive.replace(asks, bids);
            } else {
                book.apply(asks, bids);
                naive.apply(asks, bids);
            }
            assertThat(book.checksum()).isEqualTo(naive.checksum());
            assertThat(book.bestAsk())
                    .isEqualTo(naive.asks().stream().findFirst().orElse(null));
            assertThat(book.bestBid())
                    .isEqualTo(naive.bids().stream().findFirst().orElse(null));
        }
        assertThat(book.asks()).isEqualTo(naive.asks());
        assertThat(book.bids()).isEqualTo(naive.bids());
    }

    @Test
    void cutsAtItsDepthAfterTheWholeMessage() {
        OrderBook book = new OrderBook(2);
        book.replace(List.of(ask("1.0"), ask("2.0")), List.of());
        book.apply(List.of(ask("0.5"), new BookLevel("1.0", "0", 1)), List.of());
        assertThat(book.asks()).extracting(BookLevel::price).containsExactly("0.5", "2.0");
    }

    @Test
    void forgetsLevelsThatBetterOnesPushedOut() {
        OrderBook book = new OrderBook(2);
        book.replace(List.of(ask("1.0"), ask("2.0")), List.of());
        book.apply(List.of(ask("0.5")), List.of());
        book.apply(List.of(new BookLevel("0.5", "0", 1)), List.of());
        assertThat(book.asks()).extracting(BookLevel::price).containsExactly("1.0");
    }

    @Test
    void refusesAPriceFinerThanTheBook() {
        OrderBook book = new OrderBook(2);
        book.replace(List.of(ask("1.0")), List.of());
        assertThatThrownBy(() -> book.apply(List.of(ask("1.05")), List.of())).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void takesTheLastOfTwoLevelsWithOnePrice() {
        OrderBook book = new OrderBook(2);
        book.apply(List.of(new BookLevel("1.0", "5", 1), new BookLevel("1.0", "7", 2)), List.of());
        assertThat(book.asks()).containsExactly(new BookLevel("1.0", "7", 2));
    }

    private static BookLevel ask(String price) {
        return new BookLevel(price, "1.00000000", 1);
    }

    private static List<BookLevel> levels(SplittableRandom random) {
        List<BookLevel> levels = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            String price = DecimalText.of(random.nextLong(1, 200), PRICE_SCALE);
            String volume = random.nextInt(3) == 0
                    ? "0.00000000"
                    : DecimalText.of(random.nextLong(1, 10_000_000_000L), VOLUME_SCALE);
            levels.add(new BookLevel(price, volume, random.nextLong(1, 1_000_000)));
        }
        return levels;
    }
}
