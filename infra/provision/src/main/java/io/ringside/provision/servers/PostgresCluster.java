package io.ringside.provision.servers;

import io.ringside.provision.ProvisionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The data folder of a PostgreSQL while none runs on it: made, and told whom to let in. */
record PostgresCluster(Path binaries, Path folder) {
    private static final Duration DEADLINE = Duration.ofSeconds(180);
    /** Everybody needs a password, the user that may do everything too. */
    private static final String ACCESS = "host all all 127.0.0.1/32 scram-sha-256\n";

    Path data() {
        return folder.resolve("data");
    }

    /** The rules of access; they are written before each start, so that an older cluster follows them too. */
    Path access() {
        Path file = folder.resolve("pg_hba.conf");
        try {
            return Files.writeString(file, ACCESS);
        } catch (IOException e) {
            throw new ProvisionException("cannot write " + file + ": make the folder writable", e);
        }
    }

    /** Makes it unless it is there, with settings ({@code name=value}) that its first password follows too. */
    void create(String password, List<String> settings) {
        if (Files.exists(data().resolve("PG_VERSION"))) {
            return;
        }
        Folders.delete(data());
        PrivateFile input = new PrivateFile(folder.resolve("password"));
        input.write(password + "\n");
        try {
            List<String> words = new ArrayList<>();
            words.addAll(List.of("bin/initdb", "-D", data().toString(), "-U", PostgresServer.USER));
            words.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + input.path()));
            words.addAll(List.of("--encoding=UTF8", "--locale=C"));
            settings.forEach(setting -> words.add("--set=" + setting));
            run(input, words, "make its data folder");
        } finally {
            input.delete();
        }
    }

    /** Gives the user that may do everything a password, which only who owns the folder can do without knowing it. */
    void changePassword(String password) {
        PrivateFile input = new PrivateFile(folder.resolve("password"));
        input.write("alter role " + PostgresServer.USER + " password '" + password.replace("'", "''") + "'\n");
        try {
            run(input, List.of("bin/postgres", "--single", "-D", data().toString(), "postgres"), "change its password");
        } finally {
            input.delete();
        }
    }

    private void run(PrivateFile input, List<String> program, String what) {
        List<String> words = new ArrayList<>(Unprivileged.prefix());
        words.add(binaries.resolve(program.getFirst()).toString());
        words.addAll(program.subList(1, program.size()));
        try {
            Command done = Command.run(DEADLINE, folder, words, input.path());
            if (!done.succeeded()) {
                throw new ProvisionException("PostgreSQL cannot " + what + ": " + done.lastLine());
            }
        } catch (IOException e) {
            throw new ProvisionException("PostgreSQL cannot " + what + ": " + e.getMessage(), e);
        }
    }
}
