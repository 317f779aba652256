package io.ringside.local;

import io.ringside.local.demo.DemoData;
import io.ringside.local.demo.DemoLogin;
import io.ringside.local.supervision.Supervisor;
import io.ringside.provision.ProvisionException;
import io.ringside.provision.Repository;
import io.ringside.provision.servers.FreePort;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Starts the whole floor in one process tree and keeps it until Ctrl-C. */
public final class LocalFloor {
    private final Repository repository;
    private final Options options;
    private final StepLog log = new StepLog(System.out);
    private final FloorFolder folder;
    private final Supervisor supervisor;
    private volatile Runnable announce = () -> {};

    private LocalFloor(Repository repository, Options options) {
        this.repository = repository;
        this.options = options;
        if (!FreePort.isFree(options.port())) {
            throw new ProvisionException("port " + options.port()
                    + " is in use: stop what listens there, or choose another with --port PORT");
        }
        this.folder = FloorFolder.take(options.data());
        this.supervisor = new Supervisor(log, () -> announce.run());
    }

    public static void main(String[] arguments) {
        Repository repository = Repository.find();
        try {
            LocalFloor floor = new LocalFloor(repository, Options.parse(List.of(arguments), repository.root()));
            CountDownLatch ended = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(floor::stop, "floor-stop"));
            floor.start();
            ended.await();
        } catch (ProvisionException e) {
            System.err.println("infra/up: " + e.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void start() {
        Servers servers = Servers.start(folder, System.getenv(), repository, log);
        supervisor.start(servers.own());
        folder.remember(supervisor.pids());
        servers.provision(repository, log);
        DemoData demo = DemoData.read(repository.root().resolve("infra/local/demo"), options.bench());
        int changed = demo.load(
                servers.jdbc().url(), servers.jdbc().user(), servers.jdbc().password());
        log.accept("demo data: " + changed + " rows new or changed");
        log.accept("starting functions and gateway, feed " + options.feed());
        supervisor.start(Children.read(repository.root())
                .programs(repository.root(), folder.logs(), options.port(), servers.environment(options.feed())));
        announce = () -> announce(servers, demo.logins());
        announce.run();
        greet(demo.logins());
    }

    private void announce(Servers servers, List<DemoLogin> logins) {
        folder.remember(supervisor.pids());
        new ReadyFile(
                        address(),
                        logins,
                        supervisor.pids(),
                        supervisor.ports(),
                        servers.nats(),
                        servers.natsMonitoring(),
                        servers.jdbc())
                .write(folder.ready());
    }

    private void greet(List<DemoLogin> logins) {
        log.accept("ready: " + address());
        logins.stream()
                .limit(4)
                .forEach(login -> System.out.println("           sign in as " + login.user() + " with password "
                        + login.password() + " (accounts " + String.join(", ", login.accounts()) + ")"));
        System.out.println("           logs in " + folder.logs() + ", Ctrl-C stops everything");
    }

    private void stop() {
        supervisor.close();
        folder.close();
        log.accept("stopped");
    }

    private String address() {
        return "http://127.0.0.1:" + options.port();
    }
}
