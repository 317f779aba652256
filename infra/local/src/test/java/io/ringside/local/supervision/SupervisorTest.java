package io.ringside.local.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.provision.ProvisionException;
import io.ringside.provision.servers.FreePort;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real child JVMs, really killed. */
class SupervisorTest {
    private static final long DEADLINE_S = 120;

    private final Path folder;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Map<String, Long>> changes = new LinkedBlockingQueue<>();
    private volatile Supplier<Map<String, Long>> serving = Map::of;

    SupervisorTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aKilledChildIsStartedAgainOnItsPortAndTheLogSaysSo() throws Exception {
        JvmChild child = child("quotes", Map.of());
        try (Supervisor supervisor = supervisor()) {
            supervisor.start(List.of(child));
            long before = Objects.requireNonNull(supervisor.serving().get("quotes"));

            ProcessHandle.of(before).orElseThrow().destroyForcibly();

            assertThat(nextChange()).isEmpty();
            assertThat(nextChange()).containsOnlyKeys("quotes").doesNotContainValue(before);
            assertThat(supervisor.ports()).isEqualTo(Map.of("quotes", child.port()));
            assertThat(said).anyMatch(line -> line.startsWith("quotes ended with code 137"));
            assertThat(said).anyMatch(line -> line.startsWith("quotes serves again"));
            assertListens(child.port());
        }
    }

    @Test
    void aChildThatIsStartedAgainIsNotCalledServingBeforeItServes() throws Exception {
        Path flag = Files.createFile(folder.resolve("serves"));
        JvmChild slow = child("slow", Map.of("SERVES_WHILE_THERE_IS", flag.toString()));
        JvmChild quick = child("quick", Map.of());
        try (Supervisor supervisor = supervisor()) {
            supervisor.start(List.of(slow, quick));
            Map<String, Long> before = supervisor.serving();
            Files.delete(flag);
            kill(before, "slow");
            assertThat(nextChange()).containsOnlyKeys("quick");

            kill(before, "quick");
            assertThat(nextChange()).isEmpty();
            assertThat(nextChange()).containsOnlyKeys("quick");

            Files.createFile(flag);
            assertThat(nextChange()).containsOnlyKeys("slow", "quick").isEqualTo(supervisor.pids());
        }
    }

    @Test
    void stopsTheLastStartedFirstAndLeavesNobodyBehind() {
        Supervisor supervisor = new Supervisor(said::add, () -> {});
        supervisor.start(List.of(child("first", Map.of())));
        supervisor.start(List.of(child("second", Map.of())));
        List<Long> pids = List.copyOf(supervisor.pids().values());

        supervisor.close();

        assertThat(said).containsExactly("stopping second", "stopping first");
        assertThat(pids)
                .allMatch(pid ->
                        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void aChildThatCannotStartFailsTheStartWithItsLog() {
        try (Supervisor supervisor = new Supervisor(said::add, () -> {})) {
            assertThatThrownBy(() -> supervisor.start(List.of(child("broken", Map.of("REFUSES_TO_START", "1")))))
                    .isInstanceOf(ProvisionException.class)
                    .hasMessageContaining("broken ended at its start with code 3")
                    .hasMessageContaining("broken.log");
        }
    }

    @Test
    void theWaitDoublesUpToItsLimitWhileAChildDiesYoung() {
        BackoffSchedule schedule = BackoffSchedule.USUAL;
        assertThat(List.of(0, 1, 2, 5, 6, 60).stream()
                        .map(each -> schedule.before(each).toMillis()))
                .containsExactly(100L, 200L, 400L, 3200L, 5000L, 5000L);
        assertThat(schedule.grewUp(schedule.grownUp())).isTrue();
        assertThat(schedule.grewUp(schedule.first())).isFalse();
    }

    private Supervisor supervisor() {
        Supervisor supervisor = new Supervisor(said::add, () -> changes.add(serving.get()));
        serving = supervisor::serving;
        return supervisor;
    }

    private Map<String, Long> nextChange() throws InterruptedException {
        return Objects.requireNonNull(changes.poll(DEADLINE_S, TimeUnit.SECONDS), "nothing changed");
    }

    private static void kill(Map<String, Long> pids, String name) {
        ProcessHandle.of(Objects.requireNonNull(pids.get(name))).orElseThrow().destroyForcibly();
    }

    private JvmChild child(String name, Map<String, String> environment) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElse(System.getProperty("java.class.path"));
        return new JvmChild(
                name,
                folder,
                List.of(java, "-cp", classPath, SmallService.class.getName()),
                FreePort.find(),
                environment,
                folder.resolve(name + ".log"),
                Duration.ofSeconds(15));
    }

    private static void assertListens(int port) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            assertThat(socket.isConnected()).isTrue();
        }
    }
}
