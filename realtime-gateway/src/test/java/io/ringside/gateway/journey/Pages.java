package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** A list that the gateway tells page by page. */
final class Pages {
    private Pages() {}

    /**
     * All of it, in order.
     *
     * @param path with its query
     * @param field that the rows of a page stand in
     */
    static List<JsonNode> walk(GatewayUnderTest gateway, String token, String path, String field) {
        List<JsonNode> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            HttpResponse<String> answer = gateway.call("GET", path + cursor, token, null);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode page = GatewayUnderTest.json(answer.body());
            page.get(field).values().forEach(seen::add);
            JsonNode next = page.get("nextCursor");
            cursor = next == null ? null : "&cursor=" + next.getStringValue();
        }
        return seen;
    }
}
