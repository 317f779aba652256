package io.ringside.local;

import io.ringside.local.balancer.Balancer;
import io.ringside.local.demo.DemoData;
import io.ringside.local.demo.DemoLogin;
import io.ringside.local.supervision.JvmChild;
import io.ringside.local.supervision.Supervisor;
import io.ringside.provision.ProvisionException;
import io.ringside.provision.Repository;
import io.ringside.provision.schema.PasswordFile;
import io.ringside.provision.servers.FreePort;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** Starts the whole floor in one process tree and keeps it until Ctrl-C. */
public final class LocalFloor implements AutoCloseable {
    private static final int LOGINS_SHOWN_MAX = 4;

    private final Repository repository;
    private final Options options;
    private final Map<String, String> environment;
    private final StepLog log;
    private final FloorFolder folder;
    private final Supervisor supervisor;
    private volatile Runnable announce = () -> {};
    private volatile Runnable release = () -> {};
    private volatile Runnable unbalance = () -> {};

    LocalFloor(Repository repository, Options options, Map<String, String> environment, PrintStream out) {
        this.repository = repository;
        this.options = options;
        this.environment = environment;
        this.log = new StepLog(out);
        if (!FreePort.isFree(options.port())) {
            throw new ProvisionException("port " + options.port()
                    + " is in use: stop what listens there, or choose another with --port PORT");
        }
        this.folder = FloorFolder.take(options.data());
        this.supervisor = new Supervisor(log, () -> announce.run());
    }

    public static void main(String[] arguments) {
        Repository repository = Repository.find();
        AtomicBoolean stopping = new AtomicBoolean();
        try {
            Options options = Options.parse(List.of(arguments), repository.root());
            LocalFloor floor = new LocalFloor(repository, options, System.getenv(), System.out);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                stopping.set(true);
                                floor.close();
                            },
                            "floor-stop"));
            floor.start(new SecureRandom());
            new CountDownLatch(1).await();
        } catch (ProvisionException e) {
            // a child that a stop ended while it started is no failure
            if (!stopping.get()) {
                System.err.println("infra/up: " + e.getMessage());
                System.exit(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when everything serves. */
    void start(SecureRandom random) {
        PasswordFile passwords = PasswordFile.at(folder.passwords(), random);
        Servers servers = Servers.start(folder, environment, passwords, repository, log);
        supervisor.start(servers.own());
        folder.remember(supervisor.pids());
        servers.provision(repository, log);
        if (!servers.ownNats()) {
            release = StreamKeeper.of(servers.nats(), repository, log)::close;
        }
        ReadyFile.Jdbc owner = servers.owner();
        Logins logins = Logins.admit(owner, passwords);
        DemoData demo = DemoData.read(repository.root().resolve("infra/local/demo"), options.crowds(), random);
        log.accept("demo data: " + demo.load(owner.url(), owner.user(), owner.password()) + " rows new or changed");
        announce = () -> announce(servers, logins, demo.logins());
        if (options.has(Options.Extra.SERVERS_ONLY)) {
            announce.run();
            log.accept("servers only: infra/rebuild and infra/deadletters find them, Ctrl-C stops them");
            return;
        }
        log.accept("starting functions and gateway, feed " + options.feed());
        Children children = Children.read(repository.root());
        List<JvmChild> programs = children.programs(
                repository.root(), folder.logs(), options, child -> servers.environment(child, options.feed(), logins));
        supervisor.start(programs);
        balance(programs.stream().filter(children::isBehindBalancer).toList());
        announce.run();
        greet(demo);
    }

    private void balance(List<JvmChild> gateways) {
        if (!gateways.isEmpty()) {
            Balancer balancer = Balancer.open(
                    options.port(), gateways.stream().map(JvmChild::port).toList());
            unbalance = balancer::close;
            log.accept("balancer on port " + options.port() + " in front of "
                    + gateways.stream().map(JvmChild::name).collect(Collectors.joining(", ")));
        }
    }

    /** Stops everything, the last started first; the balancer stays until the gateways have said goodbye through it. */
    @Override
    public void close() {
        release.run();
        supervisor.close();
        unbalance.run();
        folder.close();
        log.accept("stopped");
    }

    private synchronized void announce(Servers servers, Logins logins, List<DemoLogin> people) {
        folder.remember(supervisor.pids());
        new ReadyFile(
                        address(),
                        people,
                        supervisor.serving(),
                        supervisor.ports(),
                        servers.nats(),
                        servers.natsMonitoring(),
                        logins.observer())
                .write(folder.ready());
    }

    private void greet(DemoData demo) {
        log.accept("ready: " + address());
        if (options.has(Options.Extra.CONFORMANCE)) {
            log.accept("echo for conformance suites: ws://127.0.0.1:" + options.port() + "/ws/echo");
        }
        demo.logins().stream()
                .limit(LOGINS_SHOWN_MAX)
                .forEach(login -> log.accept("sign in as " + login.user() + " with password " + login.password()
                        + " (accounts " + String.join(", ", login.accounts()) + ")"));
        demo.operators()
                .forEach(login -> log.accept("operate as " + login.user() + " with password " + login.password()));
        log.accept("logs in " + folder.logs() + ", Ctrl-C stops everything");
    }

    private String address() {
        return "http://127.0.0.1:" + options.port();
    }
}
