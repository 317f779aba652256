package io.ringside.local.balancer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The gateways by their ports, and which of them take new connections. */
final class Backends {
    private final List<Integer> ports;
    private final Set<Integer> ready = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();

    Backends(List<Integer> ports) {
        this.ports = List.copyOf(ports);
        ready.addAll(ports);
    }

    List<Integer> ports() {
        return ports;
    }

    void tell(int port, boolean isReady) {
        if (isReady) {
            ready.add(port);
        } else {
            ready.remove(port);
        }
    }

    /**
     * Whom to ask for the next connection, in this order: those that are ready in turn, then the others. A gateway that
     * is not ready says itself what it cannot do and when to come back, so somebody has to be asked when nobody is.
     */
    List<Integer> inOrder() {
        List<Integer> first = ports.stream().filter(ready::contains).toList();
        List<Integer> last =
                ports.stream().filter(port -> !first.contains(port)).toList();
        int next = turn.getAndIncrement();
        List<Integer> order = new ArrayList<>(rotated(first, next));
        order.addAll(rotated(last, next));
        return order;
    }

    private static List<Integer> rotated(List<Integer> list, int by) {
        if (list.isEmpty()) {
            return list;
        }
        int start = Math.floorMod(by, list.size());
        List<Integer> rotated = new ArrayList<>(list.subList(start, list.size()));
        rotated.addAll(list.subList(0, start));
        return rotated;
    }
}
