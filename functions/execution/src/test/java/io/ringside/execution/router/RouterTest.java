package io.ringside.execution.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.contracts.Partitions;
import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Side;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.order.CommandRefused;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.TimeInForce;
import io.ringside.contracts.venue.EnterVenueOrder;
import io.ringside.contracts.venue.PullVenueOrder;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.Emission;
import io.ringside.runtime.OrderedFunction;
import io.ringside.testkit.AnAmend;
import io.ringside.testkit.AnOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {
    private static final Instant NOON = AnOrder.NOON;
    private static final VenueRoute METALS = new VenueRoute(0, "XM-*", "ring", "ring");
    private static final VenueRoute ONE = new VenueRoute(1, "ADA-XBT", "elsewhere", "away");
    private static final VenueRoute REST = new VenueRoute(2, "*", "paper", "venue");

    private final ExecutionRouter router = new ExecutionRouter(new VenueChoice(List.of(METALS, ONE, REST)));

    @ParameterizedTest
    @CsvSource({"XM-GOLD, ring", "XM-, ring", "ADA-XBT, elsewhere", "ADA-XBT2, paper", "GOLD, paper"})
    void choosesTheVenueOfTheFirstLineThatFits(String instrument, String venue) {
        assertThat(new VenueChoice(List.of(METALS, ONE, REST))
                        .venueOf(instrument)
                        .venue())
                .isEqualTo(venue);
    }

    @Test
    void refusesRoutesThatLeaveAnOrderWithoutAVenue() {
        assertThatThrownBy(() -> new VenueChoice(List.of(METALS, ONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'*'");
    }

    @Test
    void entersAnAcceptedOrderAtTheVenueOfItsInstrument() {
        assertThat(decide("accepted", order("GOLD", null)))
                .isEqualTo(new Decision(
                        "entered",
                        "venue=paper",
                        List.of(new Emission(
                                "cmd.venue.enter." + Partitions.of("GOLD") + ".GOLD",
                                "venue.enter",
                                new EnterVenueOrder(
                                        "o-1",
                                        "c-1",
                                        "ACC1",
                                        "alice",
                                        "GOLD",
                                        Side.BUY,
                                        OrderType.LIMIT,
                                        TimeInForce.DAY,
                                        "10",
                                        "99.5",
                                        null)))));
    }

    @Test
    void pullsAnOrderFromTheVenueThatItWasEnteredAt() {
        assertThat(decide("cancel-requested", order("XM-GOLD", "c-2")))
                .isEqualTo(new Decision(
                        "pulled",
                        "venue=ring",
                        List.of(new Emission(
                                "cmd.ring.pull." + Partitions.of("XM-GOLD") + ".XM-GOLD",
                                "venue.pull",
                                new PullVenueOrder("o-1", "c-1", "ACC1", "alice", "XM-GOLD", "c-2")))));
    }

    @Test
    void tellsTheVenueTheTermsThatAnAmendAsksFor() {
        AnAmend amend = new AnAmend(AnOrder.in("XM-GOLD", "BUY DAY 10 @ 99.5"), "a-1", "12", "99.0");

        assertThat(decide("amend-requested", amend.requested()))
                .isEqualTo(new Decision(
                        "amended",
                        "venue=ring",
                        List.of(new Emission(
                                "cmd.ring.amend." + Partitions.of("XM-GOLD") + ".XM-GOLD",
                                "venue.amend",
                                amend.toVenue()))));
    }

    @Test
    void saysThatAnAmendThatCouldNotBeRoutedComesToNothing() {
        AnAmend amend = new AnAmend(AnOrder.in("GOLD", "BUY DAY 10 @ 99.5"), "a-1", "12", "99.0");

        assertThat(router.whenAbandoned(
                        "evt.order.amend-requested.3.ACC1.o-1", null, Wire.encode(amend.requested()), NOON))
                .containsExactly(new Emission(
                        Subjects.venueFact("amend-refused", "ACC1", "o-1"),
                        "venue.amend-refused",
                        amend.refusedByVenue("UNDER_INVESTIGATION")));
    }

    @Test
    void takesACancelThatDoesNotNameItselfForADefect() {
        assertThatThrownBy(() -> decide("cancel-requested", order("GOLD", null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("names itself");
    }

    @Test
    void tellsTheOwnerOfAnOrderThatCouldNotBeRouted() {
        byte[] raw = Wire.encode(order("GOLD", null));
        assertThat(router.whenAbandoned("evt.order.accepted.3.ACC1.o-1", null, raw, NOON))
                .containsExactly(new Emission(
                        "user.alice",
                        "command.refused",
                        new CommandRefused(
                                "c-1",
                                null,
                                "ACC1",
                                "alice",
                                "UNDER_INVESTIGATION",
                                RejectReason.UNDER_INVESTIGATION.sentence(),
                                NOON)));
        assertThat(router.whenAbandoned(
                        "evt.order.accepted.3.ACC1.o-1", null, "?".getBytes(StandardCharsets.UTF_8), NOON))
                .isEmpty();
    }

    private Decision decide(String verb, OrderState order) {
        String subject = Subjects.orderFact(verb, order.account(), order.orderId());
        var delivery = new Delivery(
                "EVENTS", 7, NOON, subject, Partitions.of(order.account()), "m-1", null, null, order, new byte[0]);
        assertThat(router.sources().getFirst().bodyOf(subject)).contains(OrderState.class);
        OrderedFunction.Work work = router.begin(List.of(delivery), router.ask(List.of(delivery)));
        Decision decision = work.decide(delivery);
        work.save();
        return decision;
    }

    private static OrderState order(String instrument, @Nullable String cancelId) {
        AnOrder order = AnOrder.in(instrument, "BUY DAY 10 @ 99.5");
        return cancelId == null ? order.accepted() : order.cancelling(cancelId);
    }
}
