package io.ringside.faults.check;

import static java.math.BigDecimal.ZERO;

import io.ringside.faults.evidence.Book;
import io.ringside.faults.evidence.Evidence;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The risk check counts what is held and what is reserved, neither more nor less. */
final class ExposureIsPositions implements Check {
    @Override
    public String title() {
        return "exposure is what is held and what is reserved";
    }

    @Override
    public void look(Evidence evidence, Findings findings) {
        Map<String, BigDecimal> traded = PositionsAreFills.traded(evidence.book());
        Map<String, BigDecimal> reserved = new HashMap<>();
        for (Book.Reservation row : evidence.book().reservations()) {
            reserved.merge(row.account() + ' ' + row.instrument() + ' ' + row.side(), row.remaining(), BigDecimal::add);
        }
        Set<String> counted = new HashSet<>();
        for (Book.Exposure exposure : evidence.book().exposures()) {
            String key = exposure.account() + ' ' + exposure.instrument();
            counted.add(key);
            equal(findings, key + " net", exposure.net(), traded.getOrDefault(key, ZERO));
            equal(findings, key + " BUY", exposure.reservedBuy(), reserved.getOrDefault(key + " BUY", ZERO));
            equal(findings, key + " SELL", exposure.reservedSell(), reserved.getOrDefault(key + " SELL", ZERO));
        }
        for (String key : traded.keySet()) {
            findings.must(counted.contains(key), "%s traded and is not counted by the risk check", key);
        }
    }

    private static void equal(Findings findings, String what, BigDecimal counted, BigDecimal summed) {
        findings.expect(counted.compareTo(summed) == 0, "%s: counted %s, summed up %s", what, counted, summed);
    }
}
