package io.ringside.gateway.operator;

import io.micronaut.http.HttpParameters;
import io.ringside.gateway.channel.ChannelName;
import io.ringside.gateway.channel.DeliveryClass;
import io.ringside.gateway.http.Paging;
import io.ringside.gateway.http.QueryNames;
import io.ringside.gateway.json.Malformed;
import io.ringside.gateway.socket.SocketWish;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads which connections an operator asks for. */
final class ConnectionQuery {
    /** Connections of a page. */
    static final int PAGE_MAX = 200;

    private static final int PAGE = 100;
    static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern NODE = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final Set<String> KNOWN =
            Set.of("node", "user", "address", "channel", "class", "slow", "limit", "cursor");

    private final HttpParameters given;

    private ConnectionQuery(HttpParameters given) {
        this.given = given;
    }

    /** One more than the page holds is asked for: whether there are more. */
    static SocketWish read(HttpParameters given) throws Malformed {
        ConnectionQuery query = new ConnectionQuery(given);
        QueryNames.check(given, KNOWN);
        String user = query.text("user", USER, "must be the name of a user");
        return new SocketWish(
                query.text("node", NODE, "must be the name of a gateway"),
                user == null ? null : List.of(user),
                query.address(),
                query.channel(),
                query.deliveryClass(),
                query.slow(),
                query.after(),
                query.limit() + 1);
    }

    private @Nullable String given(String name) {
        return given.getFirst(name).orElse(null);
    }

    private @Nullable String text(String name, Pattern pattern, String rule) throws Malformed {
        String text = given(name);
        if (text != null && !pattern.matcher(text).matches()) {
            throw new Malformed(name, rule);
        }
        return text;
    }

    private @Nullable String address() throws Malformed {
        String text = given("address");
        try {
            return text == null ? null : InetAddress.ofLiteral(text).getHostAddress();
        } catch (IllegalArgumentException e) {
            throw new Malformed("address", "must be an IP address");
        }
    }

    private @Nullable String channel() throws Malformed {
        String text = given("channel");
        if (text != null && ChannelName.parse(text).isEmpty()) {
            throw new Malformed("channel", "must be the name of a channel");
        }
        return text;
    }

    private @Nullable DeliveryClass deliveryClass() throws Malformed {
        String text = given("class");
        if (text == null) {
            return null;
        }
        return Arrays.stream(DeliveryClass.values())
                .filter(each -> each.word().equals(text))
                .findFirst()
                .orElseThrow(() -> new Malformed("class", "must be conflated, event or critical"));
    }

    private @Nullable Boolean slow() throws Malformed {
        String text = given("slow");
        return switch (text) {
            case null -> null;
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new Malformed("slow", "must be true or false");
        };
    }

    private @Nullable String after() throws Malformed {
        String cursor = given("cursor");
        if (cursor == null) {
            return null;
        }
        String place = Paging.placeText(cursor);
        if (!ID.matcher(place).matches()) {
            throw Paging.foreignCursor();
        }
        return place;
    }

    private int limit() throws Malformed {
        String text = given("limit");
        if (text == null) {
            return PAGE;
        }
        int number = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > PAGE_MAX) {
            throw new Malformed("limit", "must be a whole number from 1 to " + PAGE_MAX);
        }
        return number;
    }
}
