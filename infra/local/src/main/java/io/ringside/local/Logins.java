package io.ringside.local;

import io.ringside.provision.schema.PasswordFile;
import io.ringside.provision.schema.ProcessLogins;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who may log in to the book of record, each as himself. */
record Logins(String url, Map<String, String> passwords) {
    /** Whoever looks at the books of a running floor: scripts, {@code infra/chaos}, {@code infra/bench}. */
    private static final String OBSERVER = "observer";

    /** Gives every login of the migrations its password. */
    static Logins admit(ReadyFile.Jdbc owner, PasswordFile passwords) {
        return new Logins(
                owner.url(),
                new ProcessLogins(owner.url(), owner.user(), owner.password())
                        .admit(passwords::of).stream().collect(Collectors.toMap(login -> login, passwords::of)));
    }

    /** How a process reaches the book of record; nothing when it has nothing to do there. */
    Optional<ReadyFile.Jdbc> of(String process) {
        String login = ProcessLogins.of(process);
        return Optional.ofNullable(passwords.get(login)).map(password -> new ReadyFile.Jdbc(url, login, password));
    }

    ReadyFile.Jdbc observer() {
        return of(OBSERVER).orElseThrow();
    }
}
