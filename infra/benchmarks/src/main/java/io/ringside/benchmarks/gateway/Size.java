package io.ringside.benchmarks.gateway;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How much of one thing: what was promised, what is enough to see in minutes that everything works, and the most. */
enum Size {
    /** Who hear what is published to all. */
    SUBSCRIBERS(1_000, 200, Size.SOCKETS_MAX),
    /** Length of each stretch. */
    SECONDS(10, 3, 600),
    /** Idle sockets at which memory is looked at. */
    FEW(5_000, 300, Size.SOCKETS_MAX),
    /** Idle sockets at which it is looked at again. */
    MANY(15_000, 900, Size.SOCKETS_MAX),
    /** Sockets that come back at once, with messages missed. */
    RETURNING(2_000, 200, Size.SOCKETS_MAX),
    /** Messages of each of them; an inbox keeps no more. */
    MISSED(50, 20, 100),
    /** Sockets that come back at once, with nothing missed. */
    STORM(10_000, 500, Size.SOCKETS_MAX),
    /** Sockets of a node that stops. */
    LEAVING(5_000, 300, Size.SOCKETS_MAX / 2),
    /** What flows by a reader that does not read. */
    MEGABYTES(100, 10, 1_000);

    /** The crowd, with as many sockets as one user may have. */
    private static final int SOCKETS_MAX = 20_000;

    private final int whole;
    private final int quick;
    private final int most;

    Size(int whole, int quick, int most) {
        this.whole = whole;
        this.quick = quick;
        this.most = most;
    }

    int whole() {
        return whole;
    }

    int quick() {
        return quick;
    }

    int most() {
        return most;
    }

    /** As the command line says it. */
    String word() {
        return "--" + name().toLowerCase(Locale.ROOT);
    }

    static Optional<Size> of(String word) {
        return Arrays.stream(values()).filter(size -> size.word().equals(word)).findFirst();
    }

    static String usage() {
        return Arrays.stream(values())
                .map(size -> "[" + size.word() + ' ' + size.whole + ']')
                .collect(Collectors.joining(" "));
    }
}
