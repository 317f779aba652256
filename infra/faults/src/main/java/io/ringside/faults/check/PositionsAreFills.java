package io.ringside.faults.check;

import static java.math.BigDecimal.ZERO;

import io.ringside.faults.evidence.Book;
import io.ringside.faults.evidence.Evidence;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** What an account holds is what it bought less what it sold. */
final class PositionsAreFills implements Check {
    @Override
    public String title() {
        return "positions are the sums of fills";
    }

    @Override
    public void look(Evidence evidence, Findings findings) {
        Map<String, BigDecimal> held = new HashMap<>();
        for (Book.Holding holding : evidence.book().positions()) {
            held.merge(holding.account() + ' ' + holding.instrument(), holding.quantity(), BigDecimal::add);
        }
        Map<String, BigDecimal> traded = traded(evidence.book());
        TreeSet<String> keys = new TreeSet<>(held.keySet());
        keys.addAll(traded.keySet());
        for (String key : keys) {
            BigDecimal position = held.getOrDefault(key, ZERO);
            BigDecimal sum = traded.getOrDefault(key, ZERO);
            findings.expect(position.compareTo(sum) == 0, "%s holds %s, its fills sum up to %s", key, position, sum);
        }
    }

    /** Signed sums of the fills by account and instrument. */
    static Map<String, BigDecimal> traded(Book book) {
        Map<String, BigDecimal> traded = new HashMap<>();
        for (Book.Trade trade : book.trades()) {
            traded.merge(trade.account() + ' ' + trade.instrument(), trade.signed(), BigDecimal::add);
        }
        return traded;
    }
}
