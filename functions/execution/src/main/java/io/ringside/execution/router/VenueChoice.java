package io.ringside.execution.router;

import jakarta.inject.Singleton;
import java.util.List;

/**
 * Which venue works an instrument. A choice depends on the instrument alone, so that an order's cancel finds the
 * venue that its entry went to.
 */
@Singleton
final class VenueChoice {
    private final List<VenueRoute> routes;

    VenueChoice(List<VenueRoute> routes) {
        this.routes = List.copyOf(routes);
        if (this.routes.stream().noneMatch(VenueRoute::fitsAll)) {
            throw new IllegalArgumentException(
                    "execution.routes needs a line with instruments '*', so that every order has a venue");
        }
    }

    VenueRoute venueOf(String instrument) {
        return routes.stream()
                .filter(route -> route.fits(instrument))
                .findFirst()
                .orElseThrow();
    }
}
