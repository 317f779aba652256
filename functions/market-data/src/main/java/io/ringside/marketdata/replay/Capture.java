package io.ringside.marketdata.replay;

import io.ringside.marketdata.kraken.KrakenDecoder;
import io.ringside.marketdata.kraken.KrakenMessage.BookSnapshot;
import io.ringside.marketdata.kraken.KrakenMessage.BookUpdate;
import io.ringside.marketdata.kraken.KrakenMessage.Heartbeat;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A recording of the feed: lines {@code epoch seconds: json}. Other lines, as what the client sent, are skipped, and so
 * are answers to subscriptions: the server gives its own.
 */
public final class Capture {
    private static final Pattern RECEIVED = Pattern.compile("([0-9]{10}(?:\\.[0-9]+)?): (.+)");
    private static final int FRAMES_MAX = 5_000_000;
    private static final int MICROS_DECIMALS = 6;

    private final List<CapturedFrame> frames;
    private final Map<String, Long> channels;

    private Capture(List<CapturedFrame> frames, Map<String, Long> channels) {
        this.frames = List.copyOf(frames);
        this.channels = Map.copyOf(channels);
    }

    /**
     * @throws IOException when the file cannot be read or holds no book of this feed
     */
    public static Capture read(Path file) throws IOException {
        List<CapturedFrame> frames = new ArrayList<>();
        Map<String, Long> channels = new TreeMap<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher received = RECEIVED.matcher(line);
                if (received.matches() && frames.size() < FRAMES_MAX) {
                    CapturedFrame frame = frame(received.group(1), received.group(2));
                    if (isPlayed(frame)) {
                        frames.add(frame);
                    }
                    if (frame.message() instanceof BookSnapshot snapshot) {
                        channels.put(snapshot.pair(), snapshot.channel());
                    }
                }
            }
        }
        if (channels.isEmpty()) {
            throw new IOException(file + " holds no snapshot of a book in Kraken's format");
        }
        return new Capture(frames, channels);
    }

    /** In the order of the recording. */
    List<CapturedFrame> frames() {
        return frames;
    }

    /** The recorded pairs and the number of each one's channel. */
    public Map<String, Long> channels() {
        return channels;
    }

    private static CapturedFrame frame(String seconds, String json) throws IOException {
        long atMicros = new BigDecimal(seconds).movePointRight(MICROS_DECIMALS).longValue();
        return new CapturedFrame(atMicros, json, KrakenDecoder.decode(json));
    }

    private static boolean isPlayed(CapturedFrame frame) {
        return frame.message() instanceof BookSnapshot
                || frame.message() instanceof BookUpdate
                || frame.message() instanceof Heartbeat;
    }
}
