package io.ringside.gateway.journey;

import io.ringside.testkit.Database;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Two traders of two firms, their accounts, and two instruments. */
public final class FloorPeople {
    public static final String PASSWORD = "correct horse";

    private static final byte[] SALT = "sixteen bytes ok".getBytes(StandardCharsets.US_ASCII);

    private FloorPeople() {}

    public static void moveIn(Database database) {
        String hash = hash(PASSWORD, 64, 1);
        database.execute("""
            insert into reference.currency values ('USD', 2), ('XBT', 8);
            insert into reference.instrument (id, symbol, name, asset_class, currency, price_scale, price_tick,
                quantity_scale, quantity_step, quantity_unit, contract_size) values
                ('ADA-XBT', 'ADA/XBT', 'Cardano in bitcoin', 'CRYPTO', 'XBT', 9, 0.00000001, 8, 0.00000001, 'ADA', 1),
                ('CA', 'CA', 'Copper', 'METAL', 'USD', 2, 0.50, 0, 1, 'lots', 25);
            insert into identity.firm values ('harbour', 'Harbour'), ('kestrel', 'Kestrel');
            insert into identity.trader (id, firm, name, role, password_hash) values
                ('alice', 'harbour', 'Alice', 'trader', '%1$s'), ('bob', 'kestrel', 'Bob', 'trader', '%1$s');
            insert into identity.account values ('HARBOUR-1', 'harbour', 'One'), ('HARBOUR-2', 'harbour', 'Two'),
                ('KESTREL-1', 'kestrel', 'One');
            insert into identity.account_trader values ('HARBOUR-1', 'alice'), ('HARBOUR-2', 'alice'),
                ('KESTREL-1', 'bob');
            """.formatted(hash));
    }

    /** One more trader of Harbour, without an account. */
    public static void moveIn(Database database, String user) {
        moveIn(database, user, "trader");
    }

    /** Somebody of Harbour in this role, without an account. */
    public static void moveIn(Database database, String user, String role) {
        database.execute("""
            insert into identity.trader (id, firm, name, role, password_hash)
            values ('%s', 'harbour', 'Guest', '%s', '%s')\
            """.formatted(user, role, hash(PASSWORD, 64, 1)));
    }

    /** An encoded argon2id hash. */
    public static String hash(String password, int memoryKib, int iterations) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(iterations)
                .withParallelism(1)
                .withSalt(SALT)
                .build());
        byte[] bytes = new byte[32];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), bytes);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + memoryKib + ",t=" + iterations + ",p=1$" + base64.encodeToString(SALT) + '$'
                + base64.encodeToString(bytes);
    }
}
