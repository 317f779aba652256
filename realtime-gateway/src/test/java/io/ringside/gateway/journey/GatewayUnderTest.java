package io.ringside.gateway.journey;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.BeanContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import io.nats.client.Connection;
import io.ringside.contracts.Wire;
import io.ringside.gateway.Gateway;
import io.ringside.gateway.documents.HttpAnswers;
import io.ringside.gateway.socket.Drain;
import io.ringside.provision.servers.NatsServer;
import io.ringside.testkit.Database;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.Floor;
import io.ringside.testkit.FloorProperties;
import io.ringside.testkit.HandMovedClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A gateway in this JVM on the real servers, with two traders moved in. */
public final class GatewayUnderTest implements AutoCloseable {
    /** A setting: the environments that the gateway runs in, separated by commas. */
    public static final String ENVIRONMENTS = "micronaut.environments";

    /** A batch of a poll, or everybody's presence, is more than one message of a client may be. */
    private static final int ANSWER_BYTES_MAX = 1024 * 1024;

    private static final Duration PATIENCE = Eventually.DEADLINE;

    private final EmbeddedServer server;
    private final Database database;
    private final Connection nats;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private GatewayUnderTest(EmbeddedServer server, Database database, Connection nats) {
        this.server = server;
        this.database = database;
        this.nats = nats;
    }

    /** Fresh streams, a fresh database, a fresh gateway. */
    public static GatewayUnderTest start(Map<String, String> settings) {
        Floor.shared().freshStreams();
        Database database = Floor.shared().freshDatabase();
        FloorPeople.moveIn(database);
        return startOn(database, settings);
    }

    /** Fresh streams, a fresh database, a fresh gateway whose time is moved by hand. */
    public static GatewayUnderTest start(HandMovedClock clock, Map<String, String> settings) {
        Floor.shared().freshStreams();
        Database database = Floor.shared().freshDatabase();
        FloorPeople.moveIn(database);
        return startOn(database, clock, settings);
    }

    /** A clock that stands at this moment. */
    public static HandMovedClock standingClock() {
        return HandMovedClock.at(Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** One more gateway on a database that is there. */
    public static GatewayUnderTest startOn(Database database, Map<String, String> settings) {
        return startOn(database, Clock.systemUTC(), settings);
    }

    /** One more gateway on a database that is there, with this clock. */
    public static GatewayUnderTest startOn(Database database, InstantSource clock, Map<String, String> settings) {
        Map<String, Object> properties =
                new HashMap<>(FloorProperties.of(Floor.shared(), database.under("realtime-gateway")));
        properties.put("micronaut.server.port", -1);
        properties.put("ringside.identity.keys-folder", keysFolder().toString());
        // a socket that was opened may wait for its ticket as long as a slow machine needs
        properties.put("ringside.socket.first-frame", PATIENCE.toSeconds() + "s");
        // and nobody is told that there is no answer because a disk is slow
        properties.put("ringside.nats.patience", PATIENCE.toSeconds() + "s");
        properties.putAll(settings);
        String[] environments = settings.getOrDefault(ENVIRONMENTS, "test").split(",");
        EmbeddedServer server = ApplicationContext.builder(environments)
                .beanDefinitions(RuntimeBeanDefinition.builder(InstantSource.class, () -> clock)
                        .replaces(InstantSource.class)
                        .build())
                .properties(properties)
                .start()
                .getBean(EmbeddedServer.class)
                .start();
        return new GatewayUnderTest(server, database, Floor.shared().connect());
    }

    /** A gateway on a nats-server of its own, which the test may hurt. */
    public static GatewayUnderTest startOn(NatsServer nats, Database database, Map<String, String> settings) {
        return startOn(nats, database, Clock.systemUTC(), settings);
    }

    /** A gateway on a nats-server of its own, with this clock. */
    public static GatewayUnderTest startOn(
            NatsServer nats, Database database, InstantSource clock, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("nats.default.addresses", nats.url());
        all.put("NATS_MONITORING_URL", nats.monitoringUrl());
        return startOn(database, clock, all);
    }

    private static Path keysFolder() {
        try {
            Path folder = Path.of("target", "test-keys");
            Files.createDirectories(folder);
            return folder;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public Database database() {
        return database;
    }

    public Connection nats() {
        return nats;
    }

    public int port() {
        return server.getPort();
    }

    public BeanContext beans() {
        return server.getApplicationContext();
    }

    /** A call with a token, or without. */
    public HttpResponse<String> call(String method, String path, @Nullable String token, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .timeout(PATIENCE)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return send(request.build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        return HttpAnswers.to(request, http);
    }

    /** Signs in and gives the whole answer. */
    public JsonNode signIn(String user) {
        String body = "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(user, FloorPeople.PASSWORD);
        HttpResponse<String> answer = call("POST", "/api/session", null, body);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return json(answer.body());
    }

    /** Signs in and gives the access token. */
    public String token(String user) {
        return signIn(user).get("accessToken").getStringValue();
    }

    /** Uses a refresh token. */
    public HttpResponse<String> refresh(String refreshToken) {
        return call("POST", "/api/session/refresh", null, "{\"refreshToken\":\"" + refreshToken + "\"}");
    }

    public String ticket(String token) {
        HttpResponse<String> answer = call("POST", "/api/session/ticket", token, null);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return json(answer.body()).get("ticket").getStringValue();
    }

    /** A socket after its handshake, before its first message. */
    public ClientSocket socket() {
        return ClientSocket.open(port());
    }

    /** A socket of a user with these channels (JSON array) and positions (JSON object). */
    public ClientSocket connect(String user, String channels, String positions) {
        String ticket = ticket(token(user));
        ClientSocket socket = socket();
        socket.connect(ticket, channels, positions);
        return socket;
    }

    public static JsonNode json(String text) {
        try {
            return Wire.decode(text.getBytes(StandardCharsets.UTF_8), JsonNode.class, ANSWER_BYTES_MAX);
        } catch (Wire.UndecodableException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    /** Sends everybody elsewhere and still answers. */
    public void drain() {
        try {
            beans().getBean(Drain.class).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As it stops when its process is told to. */
    public void stopAsAProcess() {
        Gateway.stop(server);
    }

    @Override
    public void close() {
        try {
            server.stop();
            nats.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
