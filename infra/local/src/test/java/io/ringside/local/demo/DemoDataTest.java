package io.ringside.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.provision.Repository;
import io.ringside.testkit.Database;
import io.ringside.testkit.Floor;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

/** The demo files of this repository in a real database. */
class DemoDataTest {
    private static final Path FILES = Repository.find().root().resolve("infra/local/demo");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database = Floor.shared().freshDatabase();

    @Test
    void everyAccountMayTradeEveryInstrumentWithinLimits() {
        load();
        assertThat(database.number("select count(*) from reference.instrument")).isEqualTo(21);
        assertThat(database.number("""
                select count(*) from identity.account a cross join reference.instrument i
                where not exists (
                    select 1 from risk.account_limit l where l.account = a.id and l.instrument = i.id)""")).isZero();
    }

    @Test
    void eachKindOfInstrumentHasTheTradingDayOfItsMarket() {
        load();
        assertThat(database.rows("""
                        select distinct asset_class, trading_day_end, trading_day_zone from reference.instrument
                        order by asset_class"""))
                .containsExactly(
                        "CRYPTO|00:00:00|UTC", "EQUITY|16:00:00|America/New_York", "METAL|20:00:00|Europe/London");
    }

    @Test
    void loadingAgainKeepsPasswordsAndWhatARiskOfficerChanged() {
        load();
        String hashes = "select password_hash from identity.trader order by id";
        var before = database.rows(hashes);
        database.execute("update risk.account_limit set order_quantity_max = 1, version = 2 where instrument = 'CA'");

        load();

        assertThat(database.rows(hashes)).isEqualTo(before);
        assertThat(database.number("select count(*) from risk.account_limit where version = 2"))
                .isPositive();
    }

    @Test
    void eachLoginsPasswordFitsItsHash() {
        load();
        assertThat(DemoData.read(FILES, List.of(), RANDOM).logins())
                .isNotEmpty()
                .allSatisfy(login -> {
                    String encoded = database.rows(
                                    "select password_hash from identity.trader where id = '" + login.user() + "'")
                            .getFirst();
                    assertThat(encoded).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
                    assertThat(fits(login.password(), encoded)).isTrue();
                    assertThat(login.accounts()).isNotEmpty();
                });
    }

    @Test
    void anOperatorTradesForNobody() {
        load();
        assertThat(DemoData.read(FILES, List.of(), RANDOM).operators())
                .containsExactly(new DemoLogin("olivia", "olivia-runs-the-floor", List.of()));
        assertThat(database.rows("select id from identity.trader where role = 'ops'"))
                .containsExactly("olivia");
    }

    @Test
    void tradersForLoadComeOnlyWhenAskedFor() {
        load();
        assertThat(database.number("select count(*) from identity.trader where firm = 'bench'"))
                .isZero();
        load("bench");
        assertThat(database.number("select count(*) from identity.trader where firm = 'bench'"))
                .isEqualTo(100);
        assertThat(database.number("select count(*) from risk.account_limit where account = 'BENCH-100'"))
                .isEqualTo(21);
    }

    @Test
    void aCrowdSharesOneAccount() {
        load("crowd");
        assertThat(database.number("select count(*) from identity.trader where firm = 'crowd'"))
                .isEqualTo(1_000);
        assertThat(database.rows("select distinct account from identity.account_trader where trader like 'crowd%'"))
                .containsExactly("CROWD");
    }

    @Test
    void operatorsLoadItByCommand() {
        Map<String, String> environment = Map.of(
                "JDBC_URL", database.jdbcUrl(),
                "JDBC_USER", database.user(),
                "JDBC_PASSWORD", database.password());
        assertThat(DemoCommand.run(List.of(), environment, RANDOM)).isPositive();
        assertThatThrownBy(() -> DemoCommand.run(List.of("--everything"), environment, RANDOM))
                .hasMessageContaining("usage: data");
        assertThatThrownBy(() -> DemoCommand.run(List.of(), Map.of(), RANDOM)).hasMessageContaining("JDBC_URL");
    }

    private void load(String... crowds) {
        DemoData.read(FILES, List.of(crowds), RANDOM).load(database.jdbcUrl(), database.user(), database.password());
    }

    /** Verifies as a gateway does, from nothing but the text. */
    private static boolean fits(String password, String encoded) {
        String[] parts = encoded.split("\\$", -1);
        byte[] expected = Base64.getDecoder().decode(parts[5]);
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(19)
                .withMemoryAsKB(19456)
                .withIterations(2)
                .withParallelism(1)
                .withSalt(Base64.getDecoder().decode(parts[4]))
                .build());
        byte[] found = new byte[expected.length];
        generator.generateBytes(password.toCharArray(), found);
        return java.security.MessageDigest.isEqual(found, expected);
    }
}
