package io.ringside.gateway.documents;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds answers to the documents lets nothing else pass. */
class AnswersTest {
    private static final String RATE_LIMITED = "{'type':'about:blank','title':'Too Many Requests','status':429,"
            + "'detail':'Wait.','code':'RATE_LIMITED','retryAfterMs':1500,'correlationId':'c-1'}";

    private static final String PROBLEM = "{'type':'about:blank','title':'Not Found','status':404,'detail':'No.',";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/api/v1/environment|200|{'name':'SIM','version':'1'}",
                "GET|/api/environment|200|{'name':'SIM','version':'1','passwordHint':'x'}",
                "GET|/api/v1/nothing|404|" + PROBLEM + "'code':'NOT_FOUND','correlationId':'c-1'}",
                "GET|/|200|<!doctype html>"
            })
    void passesWhatIsDescribed(String method, String path, int status, String body) throws Exception {
        HttpResponse<String> answer = answer(method, path, status, body, "c-1", "");
        assertThatCode(() -> HttpAnswers.check(answer.request(), answer)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a field too many|GET|/api/v1/environment|200|{'name':'SIM','version':'1','more':1}|c-1",
                "a field too few|GET|/api/v1/environment|200|{'name':'SIM'}|c-1",
                "a field of another type|GET|/api/v1/environment|200|{'name':'SIM','version':1}|c-1",
                "another status|GET|/api/v1/environment|201|{'name':'SIM','version':'1'}|c-1",
                "another type|GET|/api/v1/environment|200|<html>|c-1",
                "no body|GET|/api/v1/environment|200||c-1",
                "no correlation id|GET|/api/v1/environment|200|{'name':'SIM','version':'1'}|",
                "a route that is not described|GET|/api/v1/nothing|200|{}|c-1",
                "another code|GET|/api/v1/nothing|404|" + PROBLEM + "'code':'FORBIDDEN','correlationId':'c-1'}|c-1",
                "another correlation id|GET|/api/v1/nothing|404|" + PROBLEM
                        + "'code':'NOT_FOUND','correlationId':'c-2'}|c-1"
            })
    void refusesAnythingElse(String what, String method, String path, int status, String body, String correlation)
            throws Exception {
        HttpResponse<String> answer =
                answer(method, path, status, body == null ? "" : body, correlation == null ? "" : correlation, "");
        assertThatThrownBy(() -> HttpAnswers.check(answer.request(), answer))
                .as(what)
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void wantsTheSecondsThatGoWithTheMilliseconds() throws Exception {
        HttpResponse<String> right = answer("POST", "/api/v1/session", 429, RATE_LIMITED, "c-1", "2");
        assertThatCode(() -> HttpAnswers.check(right.request(), right)).doesNotThrowAnyException();
        for (String seconds : new String[] {"", "1"}) {
            HttpResponse<String> wrong = answer("POST", "/api/v1/session", 429, RATE_LIMITED, "c-1", seconds);
            assertThatThrownBy(() -> HttpAnswers.check(wrong.request(), wrong)).isInstanceOf(AssertionError.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':1,'result':{'pong':{'serverTime':'2026-11-21T12:00:00Z'}}}",
                "{'id':1,'error':{'code':'RATE_LIMITED','message':'Wait.','temporary':true,'retryAfterMs':5}}",
                "{'heartbeat':{'serverTime':'2026-11-21T12:00:00Z'}}",
                "{'push':{'channel':'quotes.*','type':'quote','data':{'instrument':'CA','sequence':1,'stale':false,"
                        + "'sourceAt':'2026-11-21T12:00:00Z','at':'2026-11-21T12:00:00Z','source':'sim'}}}"
            })
    void passesMessagesThatAreDescribed(String message) {
        assertThatCode(() -> SocketAnswers.check(json(message))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':1,'result':{'pong':{'serverTime':'noon'}}}",
                "{'id':1,'result':{'pong':{'serverTime':'2026-11-21T12:00:00Z'},'noted':{}}}",
                "{'id':1,'result':{'gone':{}}}",
                "{'id':1,'error':{'code':'NEVER','message':'x','temporary':true}}",
                "{'heartbeat':{'serverTime':'2026-11-21T12:00:00Z','more':1}}",
                "{'push':{'channel':'quotes.*','type':'guess','data':{}}}",
                "{'push':{'channel':'inbox','type':'alert.refused','data':{}}}",
                "{}"
            })
    void refusesAnyOtherMessage(String message) {
        assertThatThrownBy(() -> SocketAnswers.check(json(message))).isInstanceOf(AssertionError.class);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    /** What a server answers that says just this. */
    private static HttpResponse<String> answer(
            String method, String path, int status, String body, String correlation, String seconds) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = json(body).getBytes(StandardCharsets.UTF_8);
            boolean html = body.startsWith("<");
            exchange.getResponseHeaders()
                    .add(
                            "Content-Type",
                            html ? "text/html" : status < 400 ? "application/json" : "application/problem+json");
            if (!correlation.isEmpty()) {
                exchange.getResponseHeaders().add("X-Correlation-Id", correlation);
            }
            if (!seconds.isEmpty()) {
                exchange.getResponseHeaders().add("Retry-After", seconds);
            }
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create("http://localhost:" + server.getAddress().getPort() + path);
            HttpRequest request = HttpRequest.newBuilder(address)
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            server.stop(0);
        }
    }
}
