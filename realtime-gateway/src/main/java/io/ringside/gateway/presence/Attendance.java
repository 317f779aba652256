package io.ringside.gateway.presence;

import io.ringside.contracts.presence.PresenceTick;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is connected to this node, and when each of them last touched anything. */
@Singleton
public final class Attendance {
    private final InstantSource clock;
    private final Map<String, Map<Object, Instant>> inputs = new HashMap<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private final Set<String> told = new HashSet<>();

    Attendance(InstantSource clock) {
        this.clock = clock;
    }

    /** What is new since it was told last. */
    record News(boolean whole, List<PresenceTick.Here> here, List<String> gone) {
        boolean isNothing() {
            return !whole && here.isEmpty() && gone.isEmpty();
        }
    }

    /** One more socket of a user: whoever connects has just done so by hand, unless the client says otherwise. */
    public synchronized void arrived(String user, Object socket) {
        inputs.computeIfAbsent(user, name -> new HashMap<>(2)).put(socket, clock.instant());
        changed.add(user);
    }

    /** The user last touched something on this socket so long ago. */
    public synchronized void quietFor(String user, Object socket, Duration quiet) {
        Map<Object, Instant> sockets = inputs.get(user);
        if (sockets != null && sockets.containsKey(socket)) {
            sockets.put(socket, clock.instant().minus(quiet));
            changed.add(user);
        }
    }

    /** The socket is gone. */
    public synchronized void left(String user, Object socket) {
        Map<Object, Instant> sockets = inputs.get(user);
        if (sockets == null || sockets.remove(socket) == null) {
            return;
        }
        if (sockets.isEmpty()) {
            inputs.remove(user);
        }
        changed.add(user);
    }

    /** Nothing that was told before counts any longer. */
    synchronized void forgetWhatWasTold() {
        told.clear();
        changed.clear();
        changed.addAll(inputs.keySet());
    }

    /** As much as one tick may hold; what does not fit is new at the next. */
    synchronized News news(boolean whole) {
        List<PresenceTick.Here> here = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        Instant now = clock.instant();
        Iterator<String> users = changed.iterator();
        while (users.hasNext() && here.size() + gone.size() < PresenceTick.USERS_MAX) {
            String user = users.next();
            users.remove();
            Map<Object, Instant> sockets = inputs.get(user);
            if (sockets != null) {
                told.add(user);
                here.add(new PresenceTick.Here(user, quietMs(sockets, now)));
            } else if (told.remove(user)) {
                gone.add(user);
            }
        }
        return new News(whole, here, gone);
    }

    synchronized boolean hasNews() {
        return !changed.isEmpty();
    }

    private static long quietMs(Map<Object, Instant> sockets, Instant now) {
        long quiet = Duration.between(Collections.max(sockets.values()), now).toMillis();
        return Math.max(0, quiet);
    }
}
