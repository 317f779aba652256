package io.ringside.gateway.system;

import io.ringside.contracts.Subjects;
import io.ringside.contracts.system.SystemNotification;
import io.ringside.contracts.system.SystemSeverity;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an operator asks for. */
sealed interface NoticeOrder {
    /** How far ahead a notice may begin or end. */
    Duration AHEAD_MAX = Duration.ofDays(31);

    /** Tell everybody. */
    record Send(
            SystemSeverity severity,
            String text,
            Instant from,
            @Nullable Instant until) implements NoticeOrder {}

    /** Take it back. */
    record Withdraw(String notificationId) implements NoticeOrder {}

    /** Say what was told. */
    record ListAll() implements NoticeOrder {}

    /** Say how to ask. */
    record Help() implements NoticeOrder {}

    /** It cannot be done: the word and the rule. */
    record Malformed(String fault) implements NoticeOrder {}

    /** The words of a command line. */
    static NoticeOrder of(List<String> words, Instant now) {
        String verb = words.isEmpty() ? "" : words.getFirst();
        return switch (verb) {
            case "list" -> words.size() == 1 ? new ListAll() : new Malformed("list: takes nothing else");
            case "withdraw" -> withdrawal(words.subList(1, words.size()));
            case "send" -> Sending.read(words.subList(1, words.size()), now);
            default -> new Help();
        };
    }

    private static NoticeOrder withdrawal(List<String> rest) {
        boolean oneId = rest.size() == 1 && Subjects.isToken(rest.getFirst());
        return oneId ? new Withdraw(rest.getFirst()) : new Malformed("withdraw: takes the id that list tells");
    }

    /** {@code SEVERITY TEXT [--from TIME] [--until TIME]} */
    final class Sending {
        private static final Pattern LATER = Pattern.compile("\\+([0-9]{1,6})([smhd])");
        private static final Map<String, ChronoUnit> UNITS =
                Map.of("s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS, "d", ChronoUnit.DAYS);

        private Sending() {}

        private static NoticeOrder read(List<String> rest, Instant now) {
            if (rest.size() < 2 || rest.size() % 2 != 0) {
                return new Malformed("send: takes a severity, a text, and --from TIME or --until TIME");
            }
            Optional<SystemSeverity> severity = Arrays.stream(SystemSeverity.values())
                    .filter(each -> each.name().equals(rest.getFirst()))
                    .findFirst();
            if (severity.isEmpty()) {
                return new Malformed("severity: is INFO, WARNING or CRITICAL");
            }
            String text = rest.get(1).strip();
            if (!isOneLine(text)) {
                return new Malformed(
                        "text: is one line of 1 to " + SystemNotification.TEXT_CHARACTERS_MAX + " characters");
            }
            Instant from = now;
            Instant until = null;
            for (int i = 2; i < rest.size(); i += 2) {
                String name = rest.get(i);
                Optional<Instant> time = time(rest.get(i + 1), now);
                if (!name.equals("--from") && !name.equals("--until")) {
                    return new Malformed(name + ": is no option");
                }
                if (time.isEmpty()) {
                    return new Malformed(name + ": is a time such as 2026-11-22T18:30:00Z or +30m, at most "
                            + AHEAD_MAX.toDays() + " days ahead");
                }
                from = name.equals("--from") ? time.get() : from;
                until = name.equals("--until") ? time.get() : until;
            }
            if (until != null && (!until.isAfter(from) || !until.isAfter(now))) {
                return new Malformed("--until: is later than now and than --from");
            }
            return new Send(severity.get(), text, from, until);
        }

        private static boolean isOneLine(String text) {
            return !text.isEmpty()
                    && text.codePointCount(0, text.length()) <= SystemNotification.TEXT_CHARACTERS_MAX
                    && text.codePoints().noneMatch(Character::isISOControl);
        }

        private static Optional<Instant> time(String text, Instant now) {
            try {
                Matcher later = LATER.matcher(text);
                Instant time = later.matches()
                        ? now.plus(Duration.of(Long.parseLong(later.group(1)), UNITS.get(later.group(2))))
                        : Instant.parse(text);
                return time.isAfter(now.plus(AHEAD_MAX)) ? Optional.empty() : Optional.of(time);
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
