package io.ringside.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.ringside.testkit.HandMovedClock;
import io.ringside.testkit.SequentialIds;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    static final Trader ALICE = new Trader("alice", "Alice", "harbour", "trader", List.of("A-1", "A-2"));
    static final UUID FAMILY = UUID.fromString("01890000-0000-7000-8000-000000000001");

    private final HandMovedClock clock = HandMovedClock.at("2026-11-21T09:00:00Z");
    private SigningKeys keys;
    private Tokens tokens;

    @BeforeEach
    void make(@TempDir Path folder) {
        keys = new SigningKeys(settings(folder, null, null));
        tokens = tokens(folder, keys, clock);
    }

    @Test
    void grantsWhatTheTokenSaysUntilItEnds() {
        Tokens.Issued issued = tokens.access(ALICE, FAMILY);
        Grant grant = tokens.verifyAccess(issued.text()).orElseThrow();
        assertThat(grant.user()).isEqualTo("alice");
        assertThat(grant.role()).isEqualTo("trader");
        assertThat(grant.accounts()).containsExactlyInAnyOrder("A-1", "A-2");
        assertThat(grant.family()).isEqualTo(FAMILY);
        assertThat(grant.expiresAt()).isEqualTo(Instant.parse("2026-11-21T09:05:00Z"));
        clock.advance(Duration.ofMinutes(5));
        assertThat(tokens.verifyAccess(issued.text())).isEmpty();
    }

    @Test
    void givesTicketsThatEndSoonAndASessionThatLastsLonger() {
        Tokens.Issued ticket = tokens.ticket(ALICE, FAMILY, clock.instant().plus(Duration.ofHours(1)));
        assertThat(ticket.expiresAt()).isEqualTo(Instant.parse("2026-11-21T09:00:30Z"));
        assertThat(tokens.verifyTicket(ticket.text()).orElseThrow().grant().expiresAt())
                .isEqualTo(Instant.parse("2026-11-21T09:05:00Z"));
        clock.advance(Duration.ofSeconds(30));
        assertThat(tokens.verifyTicket(ticket.text())).isEmpty();
    }

    @Test
    void neverGivesASessionThatOutlivesTheSignIn() {
        Instant end = clock.instant().plus(Duration.ofSeconds(90));
        Tokens.Issued ticket = tokens.ticket(ALICE, FAMILY, end);
        assertThat(tokens.verifyTicket(ticket.text()).orElseThrow().grant().expiresAt())
                .isEqualTo(end);
    }

    @Test
    void takesNeitherKindForTheOther() {
        String access = tokens.access(ALICE, FAMILY).text();
        String ticket = tokens.ticket(ALICE, FAMILY, clock.instant().plus(Duration.ofHours(1)))
                .text();
        assertThat(tokens.verifyTicket(access)).isEmpty();
        assertThat(tokens.verifyAccess(ticket)).isEmpty();
    }

    @Test
    void refusesEverythingThatIsNotExactlyOurs(@TempDir Path elsewhere) throws Exception {
        ECKey ours = keys.signing();
        ECKey foreign = new SigningKeys(settings(elsewhere, null, null)).signing();
        List<String> bad = new ArrayList<>(List.of("", ".", "..", "a.b.c", "x".repeat(5_000)));
        bad.add(new PlainJWT(claims(set -> {})).serialize());
        bad.add(signed(foreign, header(ours, null), claims(set -> {})));
        bad.add(signed(ours, header(foreign, null), claims(set -> {})));
        bad.add(signed(
                ours,
                new JWSHeader.Builder(JWSAlgorithm.ES256).type(type("at+jwt")).build(),
                claims(set -> {})));
        bad.add(signed(ours, header(ours, builder -> builder.type(JOSEObjectType.JWT)), claims(set -> {})));
        bad.add(signed(ours, header(ours, builder -> builder.jwk(ours.toPublicJWK())), claims(set -> {})));
        bad.add(signed(
                ours, header(ours, builder -> builder.jwkURL(URI.create("https://evil.example"))), claims(set -> {})));
        bad.add(signed(ours, header(ours, builder -> builder.customParam("x", 1)), claims(set -> {})));
        bad.add(hmac(ours));
        for (Consumer<JWTClaimsSet.Builder> change : wrongClaims()) {
            bad.add(signed(ours, header(ours, null), claims(change)));
        }
        assertThat(tokens.verifyAccess(signed(ours, header(ours, null), claims(set -> {}))))
                .isPresent();
        for (String token : bad) {
            assertThat(tokens.verifyAccess(token)).as(token).isEmpty();
        }
    }

    @Test
    void refusesWhatHasNotThreeParts() {
        String good = tokens.access(ALICE, FAMILY).text();
        assertThat(tokens.verifyAccess(good)).isPresent();
        String head = good.substring(0, good.indexOf('.'));
        for (String bad :
                List.of("", ".", "..", "...", head, head + '.', head + "..", good + '.', good + ".x", '.' + good)) {
            assertThat(tokens.verifyAccess(bad)).as(bad).isEmpty();
        }
    }

    @Test
    void refusesAnyTokenWithAChangedCharacter() {
        String good = tokens.access(ALICE, FAMILY).text();
        Random random = new Random(4711);
        for (int i = 0; i < 500; i++) {
            char[] characters = good.toCharArray();
            int at = random.nextInt(characters.length - 1);
            characters[at] = characters[at] == 'A' ? 'B' : 'A';
            assertThat(tokens.verifyAccess(new String(characters)))
                    .as("position " + at)
                    .isEmpty();
        }
    }

    @Test
    void refusesATicketThatIsSignedInsteadOfAuthenticatedOrByASecretThatIsNotOurs() throws Exception {
        String good = tokens.ticket(ALICE, FAMILY, clock.instant().plus(Duration.ofHours(1)))
                .text();
        SignedJWT ticket = SignedJWT.parse(good);
        JWSHeader header = ticket.getHeader();
        ECKey ours = keys.signing();
        JWSHeader signed = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(header.getType())
                .keyID(header.getKeyID())
                .build();
        SignedJWT byPublicKey = new SignedJWT(header, ticket.getJWTClaimsSet());
        byPublicKey.sign(new MACSigner(ours.toECPublicKey().getEncoded()));
        SignedJWT byPrivateKey = new SignedJWT(header, ticket.getJWTClaimsSet());
        byPrivateKey.sign(new MACSigner(ours.getD().decode()));
        assertThat(header.getAlgorithm()).isEqualTo(JWSAlgorithm.HS256);
        assertThat(tokens.verifyTicket(good)).isPresent();
        assertThat(tokens.verifyTicket(signed(ours, signed, ticket.getJWTClaimsSet())))
                .isEmpty();
        assertThat(tokens.verifyTicket(byPublicKey.serialize())).isEmpty();
        assertThat(tokens.verifyTicket(byPrivateKey.serialize())).isEmpty();
    }

    private List<Consumer<JWTClaimsSet.Builder>> wrongClaims() {
        Date now = Date.from(clock.instant());
        return List.of(
                set -> set.issuer("another"),
                set -> set.issuer(null),
                set -> set.audience("ringside-socket"),
                set -> set.audience(List.of("ringside-api", "another")),
                set -> set.audience((String) null),
                set -> set.subject(null),
                set -> set.jwtID(null),
                set -> set.issueTime(null),
                set -> set.expirationTime(null),
                set -> set.expirationTime(now),
                set -> set.notBeforeTime(null),
                set -> set.notBeforeTime(Date.from(clock.instant().plusSeconds(11))),
                set -> set.claim("family", null),
                set -> set.claim("family", "x"),
                set -> set.claim("accounts", null),
                set -> set.claim("accounts", "A-1"),
                set -> set.claim("role", null));
    }

    private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        Date now = Date.from(clock.instant());
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder()
                .issuer("ringside")
                .audience("ringside-api")
                .subject("alice")
                .jwtID("1")
                .issueTime(now)
                .notBeforeTime(now)
                .expirationTime(Date.from(clock.instant().plusSeconds(60)))
                .claim("role", "trader")
                .claim("accounts", List.of("A-1"))
                .claim("family", FAMILY.toString());
        change.accept(set);
        return set.build();
    }

    private static JWSHeader header(ECKey key, @Nullable Consumer<JWSHeader.Builder> change) {
        JWSHeader.Builder header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).type(type("at+jwt")).keyID(key.getKeyID());
        if (change != null) {
            change.accept(header);
        }
        return header.build();
    }

    private static JOSEObjectType type(String name) {
        return new JOSEObjectType(name);
    }

    private static String signed(ECKey key, JWSHeader header, JWTClaimsSet claims) throws Exception {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    /** The public key as a shared secret: the oldest trick. */
    private String hmac(ECKey key) throws Exception {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(type("at+jwt"))
                .keyID(key.getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims(set -> {}));
        token.sign(new MACSigner(key.toECPublicKey().getEncoded()));
        return token.serialize();
    }

    static Tokens tokens(Path folder, SigningKeys keys, InstantSource clock) {
        SequentialIds ids = new SequentialIds();
        return new Tokens(settings(folder, null, null), keys, clock, ids::get);
    }

    static IdentitySettings settings(Path folder, @Nullable String key, @Nullable String previous) {
        return new IdentitySettings(
                "ringside",
                Duration.ofMinutes(5),
                Duration.ofSeconds(30),
                Duration.ofHours(12),
                Duration.ofSeconds(10),
                key,
                previous,
                folder.toString());
    }
}
