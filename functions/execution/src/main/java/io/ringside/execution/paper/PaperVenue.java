package io.ringside.execution.paper;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.venue.AmendVenueOrder;
import io.ringside.contracts.venue.CloseTradingDay;
import io.ringside.contracts.venue.EnterVenueOrder;
import io.ringside.contracts.venue.MatchVenueOrders;
import io.ringside.contracts.venue.PullVenueOrder;
import io.ringside.execution.Investigation;
import io.ringside.execution.watch.VenueSettings;
import io.ringside.execution.watch.VenueWatcher;
import io.ringside.reference.QuoteTable;
import io.ringside.reference.ReferenceData;
import io.ringside.reference.SeenQuote;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.Emission;
import io.ringside.runtime.OrderedFunction;
import io.ringside.runtime.Source;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows the commands of the paper venue, in the order of each instrument. */
@Singleton
final class PaperVenue implements OrderedFunction<Map<String, SeenQuote>> {
    private static final String ENTER = "enter";
    private static final String PULL = "pull";
    private static final String AMEND = "amend";

    private final VenueStore store;
    private final ReferenceData reference;
    private final QuoteTable quotes;
    private final VenueWatcher watcher;
    private final VenueSettings settings;

    PaperVenue(
            VenueStore store,
            ReferenceData reference,
            QuoteTable quotes,
            VenueWatcher watcher,
            VenueSettings settings) {
        this.store = store;
        this.reference = reference;
        this.quotes = quotes;
        this.watcher = watcher;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "paper-venue";
    }

    @Override
    public List<Source> sources() {
        return List.of(Source.commands(
                "venue",
                Map.of(
                        ENTER,
                        EnterVenueOrder.class,
                        PULL,
                        PullVenueOrder.class,
                        AMEND,
                        AmendVenueOrder.class,
                        "match",
                        MatchVenueOrders.class,
                        "close",
                        CloseTradingDay.class)));
    }

    /**
     * The current quotes of the instruments that orders are entered or amended in. An instrument that was listed a
     * moment ago is looked for, so that the batch finds it in the table.
     */
    @Override
    public Map<String, SeenQuote> ask(List<Delivery> batch) {
        reference.instrumentsWith(batch.stream().map(PaperVenue::instrument).toList());
        Map<String, SeenQuote> current = new HashMap<>();
        for (Delivery delivery : batch) {
            if (delivery.body() instanceof EnterVenueOrder || delivery.body() instanceof AmendVenueOrder) {
                String instrument = instrument(delivery);
                quotes.find(instrument).ifPresent(quote -> current.put(instrument, quote));
            }
        }
        return current;
    }

    @Override
    public Work begin(List<Delivery> batch, Map<String, SeenQuote> answers) {
        BatchBooks books = BatchBooks.read(batch, answers, reference.instruments(), store);
        return new PaperVenueWork(books, store, watcher, settings);
    }

    private static String instrument(Delivery delivery) {
        return switch (delivery.body()) {
            case EnterVenueOrder enter -> enter.instrument();
            case PullVenueOrder pull -> pull.instrument();
            case AmendVenueOrder amend -> amend.instrument();
            case MatchVenueOrders match -> match.instrument();
            case CloseTradingDay close -> close.instrument();
            default -> throw new IllegalStateException("not followed: " + delivery.subject());
        };
    }

    @Override
    public void owns(Set<Integer> partitions) {
        watcher.owns(partitions);
    }

    @Override
    public List<Emission> whenAbandoned(String subject, @Nullable String user, byte[] raw, Instant at) {
        try {
            return switch (Subjects.verbOf(subject)) {
                case ENTER -> {
                    EnterVenueOrder order = Wire.decode(raw, EnterVenueOrder.class);
                    yield List.of(Investigation.of(order.clientOrderId(), order.account(), order.user(), at));
                }
                case PULL -> {
                    PullVenueOrder pull = Wire.decode(raw, PullVenueOrder.class);
                    yield List.of(Investigation.of(pull.cancelId(), pull.account(), pull.user(), at));
                }
                case AMEND -> {
                    AmendVenueOrder amend = Wire.decode(raw, AmendVenueOrder.class);
                    yield List.of(VenueReports.amendRefused(amend, RejectReason.UNDER_INVESTIGATION, at));
                }
                default -> List.of(); // The others belong to nobody, and the watcher sends them again.
            };
        } catch (Wire.UndecodableException e) {
            return List.of(); // Nobody can be named.
        }
    }
}
