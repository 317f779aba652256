package io.ringside.runtime.ordered;

import io.nats.client.api.MessageInfo;
import io.ringside.contracts.Wire;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** What EVENTS holds of the ledger. */
public final class LedgerFacts {
    private LedgerFacts() {}

    /** The numbers of an account's facts as stored. */
    public static List<Long> numbers(LedgerFloor floor, String account) {
        return floor.facts(account).stream().map(LedgerFacts::number).toList();
    }

    /** The same, each event id once: what a consumer that remembers ids sees. */
    static List<Long> effective(LedgerFloor floor, String account) {
        Set<String> seen = new HashSet<>();
        return floor.facts(account).stream()
                .filter(fact -> seen.add(String.valueOf(fact.getHeaders().getFirst("Nats-Msg-Id"))))
                .map(LedgerFacts::number)
                .toList();
    }

    public static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static long number(MessageInfo fact) {
        try {
            return LedgerFunction.read(fact.getData()).number();
        } catch (Wire.UndecodableException e) {
            throw new AssertionError(e);
        }
    }
}
