package io.ringside.execution.router;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.order.Ordered;

/**
 * One line of {@code execution.routes}: which venue works which instruments. The first line that fits wins.
 *
 * @param order position in the list
 * @param instruments an instrument's id, or its beginning followed by {@code *}
 * @param venue name for people
 * @param feature second token of the commands that the venue takes: {@code
 * cmd.<feature>.enter.<partition>.<instrument>}
 */
@EachProperty(value = "execution.routes", list = true)
record VenueRoute(@Parameter Integer order, String instruments, String venue, String feature) implements Ordered {
    private static final String ANY = "*";

    @Override
    public int getOrder() {
        return order;
    }

    boolean fits(String instrument) {
        return instruments.endsWith(ANY)
                ? instrument.startsWith(instruments.substring(0, instruments.length() - 1))
                : instrument.equals(instruments);
    }

    boolean fitsAll() {
        return instruments.equals(ANY);
    }
}
