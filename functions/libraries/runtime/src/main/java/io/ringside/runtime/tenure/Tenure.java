package io.ringside.runtime.tenure;

import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.ringside.runtime.OrderedFunction;
import io.ringside.runtime.Source;
import io.ringside.runtime.sql.Transactions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What this instance holds at the moment, and how it comes to hold more or less. Used by the loop's thread only. */
public final class Tenure {
    private final OrderedFunction<?> function;
    private final PartitionTable table;
    private final Transactions transactions;
    private Map<Integer, Holding> holdings = new TreeMap<>();
    private Map<String, String> identities = Map.of();

    /** Of this instance, which holds nothing yet. */
    public Tenure(OrderedFunction<?> function, UUID instance, Transactions transactions) {
        this.function = function;
        this.table = new PartitionTable(function.name(), instance);
        this.transactions = transactions;
    }

    /** By partition: what is held, and how far it came. */
    public Map<Integer, Holding> holdings() {
        return holdings;
    }

    /** What a transaction ended in, after its commit. */
    public void adopt(Map<Integer, Holding> committed) {
        holdings = new TreeMap<>(committed);
    }

    /** Reads what is held anew and takes or gives back partitions until the share is reached. */
    public void settle(int share, Collection<StreamState> streams) {
        holdings = transactions.write(connection -> {
            table.ensureRows(connection, streams);
            List<Holding> held = table.holdings(connection);
            if (held.size() < share) {
                table.claim(connection, share - held.size());
            } else if (held.size() > share) {
                table.release(
                        connection,
                        held.subList(share, held.size()).stream()
                                .map(Holding::partition)
                                .toList());
            }
            identities = table.streamIdentities(connection);
            return byPartition(table.holdings(connection));
        });
        function.owns(holdings.keySet());
    }

    /** By stream: the sequence up to which everything that is held is handled. */
    public Map<String, Long> lowestCursors() {
        Map<String, Long> lowest = new TreeMap<>();
        for (Holding holding : holdings.values()) {
            holding.cursors().forEach((stream, cursor) -> lowest.merge(stream, cursor, Math::min));
        }
        return lowest;
    }

    /** Refuses to go on when a stream cannot continue a cursor. The streams must have been asked after the cursors. */
    public void mustContinue(Collection<StreamState> streams) {
        for (StreamState stream : streams) {
            String madeIn = identities.getOrDefault(stream.name(), stream.identity());
            for (Holding holding : holdings.values()) {
                long cursor = holding.cursors().getOrDefault(stream.name(), 0L);
                stream.mustContinue(function.name(), madeIn, holding.partition(), cursor);
            }
        }
    }

    /** Gives everything back, so that another instance can go on at once. */
    public void release() {
        if (!holdings.isEmpty()) {
            List<Integer> partitions = new ArrayList<>(holdings.keySet());
            transactions.write(connection -> {
                table.release(connection, partitions);
                return partitions.size();
            });
            holdings = new TreeMap<>();
            function.owns(holdings.keySet());
        }
    }

    /** Whether the database still has every partition under the fence that this instance knows. */
    public boolean stillHeld() {
        List<Holding> held = transactions.read(table::holdings);
        return held.stream().allMatch(row -> {
                    Holding mine = holdings.get(row.partition());
                    return mine != null && mine.fence() == row.fence();
                })
                && held.size() == holdings.size();
    }

    /** JetStream acknowledged the events of a partition up to this ordinal. */
    public void publishedUpTo(int partition, long ordinal) {
        holdings.computeIfPresent(partition, (key, holding) -> holding.publishedUpTo(ordinal));
    }

    /** The streams that the function follows, as the server has them now. */
    public List<StreamState> streams(JetStreamManagement management) throws IOException, JetStreamApiException {
        List<StreamState> states = new ArrayList<>();
        for (String name :
                function.sources().stream().map(Source::stream).distinct().toList()) {
            states.add(StreamState.of(management.getStreamInfo(name)));
        }
        return states;
    }

    private static Map<Integer, Holding> byPartition(Collection<Holding> held) {
        Map<Integer, Holding> map = new TreeMap<>();
        held.forEach(holding -> map.put(holding.partition(), holding));
        return map;
    }
}
