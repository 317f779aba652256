package io.ringside.provision.servers;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Version of a nats-server, as {@code nats-server --version} prints it. */
public record NatsVersion(int major, int minor, int patch) implements Comparable<NatsVersion> {
    /** Below this, acknowledged messages were lost or features are ignored without a word. */
    public static final NatsVersion REQUIRED = new NatsVersion(2, 12, 3);

    private static final Pattern TEXT = Pattern.compile("\\bv?(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})");

    /** The version in a text such as {@code nats-server: v2.15.1}. */
    public static Optional<NatsVersion> in(String text) {
        Matcher found = TEXT.matcher(text);
        return found.find()
                ? Optional.of(new NatsVersion(
                        Integer.parseInt(found.group(1)),
                        Integer.parseInt(found.group(2)),
                        Integer.parseInt(found.group(3))))
                : Optional.empty();
    }

    public boolean suffices() {
        return compareTo(REQUIRED) >= 0;
    }

    @Override
    public int compareTo(NatsVersion other) {
        return Comparator.comparingInt(NatsVersion::major)
                .thenComparingInt(NatsVersion::minor)
                .thenComparingInt(NatsVersion::patch)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
