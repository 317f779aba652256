package io.ringside.faults.check;

import io.ringside.faults.evidence.Book;
import io.ringside.faults.evidence.Evidence;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Each audit row's hash covers its content and the row before it; the last one is the head that its partition keeps.
 * Every
 * remembered message has its row.
 */
final class AuditChainHolds implements Check {
    private static final String GENESIS = "00".repeat(32);

    @Override
    public String title() {
        return "the audit chain holds from its first row to its head";
    }

    @Override
    public void look(Evidence evidence, Findings findings) {
        List<Book.Audit> rows = evidence.book().runtime().audits().stream()
                .sorted(Comparator.comparing(Book.Audit::function)
                        .thenComparingInt(Book.Audit::partition)
                        .thenComparingLong(Book.Audit::ordinal))
                .toList();
        Map<String, Book.Audit> heads = new HashMap<>();
        for (Book.Audit row : rows) {
            String chain = row.function() + ' ' + row.partition();
            Book.Audit before = heads.put(chain, row);
            findings.expect(
                    row.ordinal() == (before == null ? 0 : before.ordinal()) + 1,
                    "audit %s: row %d has no predecessor",
                    chain,
                    row.ordinal());
            findings.must(
                    row.hash().equals(hash(before == null ? GENESIS : before.hash(), row)),
                    "audit %s: row %d is not what was written",
                    chain,
                    row.ordinal());
        }
        for (Book.Partition partition : evidence.book().runtime().partitions()) {
            String chain = partition.function() + ' ' + partition.partition();
            Book.Audit head = heads.get(chain);
            findings.must(
                    partition.auditOrdinal() == (head == null ? 0 : head.ordinal())
                            && partition.auditHash().equals(head == null ? GENESIS : head.hash()),
                    "audit %s ends at row %d, its head is %d",
                    chain,
                    head == null ? 0 : head.ordinal(),
                    partition.auditOrdinal());
        }
        findings.must(
                rows.size() == evidence.book().runtime().remembered().size(),
                "%d audit rows for %d remembered messages",
                rows.size(),
                evidence.book().runtime().remembered().size());
    }

    /** The canonical bytes: the hash before, the ordinal, what the row says line by line, the input. */
    static String hash(String before, Book.Audit row) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(before));
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(row.ordinal()).array());
            String lines = row.messageId()
                    + '\n'
                    + row.stream()
                    + '\n'
                    + row.sequence()
                    + '\n'
                    + row.at()
                    + '\n'
                    + row.subject()
                    + '\n'
                    + row.outcome()
                    + '\n';
            digest.update(lines.getBytes(StandardCharsets.UTF_8));
            digest.update(row.input());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every Java platform has SHA-256", e);
        }
    }
}
