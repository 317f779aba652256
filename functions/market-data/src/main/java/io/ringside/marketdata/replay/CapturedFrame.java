package io.ringside.marketdata.replay;

import io.ringside.marketdata.kraken.KrakenMessage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One recorded message. Its text is sent as it was; only the times of its levels are written anew. All have the same
 * length, so nothing else moves.
 */
final class CapturedFrame {
    private static final Pattern LEVEL_TIME =
            Pattern.compile("\\[\"[0-9.]+\",\"([0-9.]+)\",\"([0-9]{10}\\.[0-9]{6})\"");

    private final long atMicros;
    private final String text;
    private final KrakenMessage message;
    private final int[] timesAt;
    private final int firstVolumeAt;

    /**
     * @param atMicros when it was received, microseconds since the epoch
     */
    CapturedFrame(long atMicros, String text, KrakenMessage message) {
        this.atMicros = atMicros;
        this.text = text;
        this.message = message;
        Matcher levels = LEVEL_TIME.matcher(text);
        this.timesAt = levels.results().mapToInt(level -> level.start(2)).toArray();
        this.firstVolumeAt = levels.reset().find() ? levels.start(1) : -1;
    }

    long atMicros() {
        return atMicros;
    }

    KrakenMessage message() {
        return message;
    }

    /** The text with the times of its levels moved. */
    String shifted(long byMicros) {
        if (timesAt.length == 0) {
            return text;
        }
        StringBuilder shifted = new StringBuilder(text);
        for (int at : timesAt) {
            int end = at + EpochText.LENGTH;
            long micros = EpochText.micros(text.substring(at, end));
            shifted.replace(at, end, EpochText.of(micros + byMicros));
        }
        return shifted.toString();
    }

    /** The text with one digit of its first volume changed, as a broken line would. */
    String corrupted(String sent) {
        if (firstVolumeAt < 0) {
            return sent;
        }
        char digit = sent.charAt(firstVolumeAt);
        char wrong = digit == '9' ? '8' : (char) (digit + 1);
        return sent.substring(0, firstVolumeAt) + wrong + sent.substring(firstVolumeAt + 1);
    }
}
