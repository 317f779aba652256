package io.ringside.faults;

import io.nats.client.Connection;
import io.ringside.benchmarks.command.Run;
import io.ringside.benchmarks.floor.OwnFloor;
import io.ringside.benchmarks.floor.ReadyFloor;
import io.ringside.faults.alert.AlertEvidence;
import io.ringside.faults.alert.AlertJudge;
import io.ringside.faults.alert.Audience;
import io.ringside.faults.alert.Raiser;
import io.ringside.faults.check.Findings;
import io.ringside.faults.check.Verdict;
import io.ringside.faults.outage.Outage;
import io.ringside.faults.outage.Outages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** Starts a floor, tells many people alerts, lets one thing after the other go wrong, and judges what they saw. */
public final class Alerts {
    private static final Duration ENTER_DEADLINE = Duration.ofSeconds(120);
    /** After the last fault is made good: until everybody has seen, and been told, all there is. */
    private static final Duration HEARD_DEADLINE = Duration.ofSeconds(180);

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int VIOLATIONS_SHOWN = 5;

    private final Run run;
    private final AlertsOptions options;
    private final InstantSource clock;
    private final Instant began;
    private final MachineLoad before = MachineLoad.now();
    private final Findings awaited = new Findings();

    private Alerts(Run run, AlertsOptions options, InstantSource clock) {
        this.run = run;
        this.options = options;
        this.clock = clock;
        this.began = clock.instant();
    }

    public static void main(String[] words) throws Exception {
        Run.command("infra/chaos alerts", run -> {
            AlertsOptions options = AlertsOptions.parse(List.of(words));
            Alerts alerts = new Alerts(run, options, InstantSource.system());
            return run.onOwnFloor(
                    options.name(), List.of("--gateways", "2", "--bench-crowd"), options.keep(), alerts::hurt);
        });
    }

    private boolean hurt(OwnFloor floor) throws Exception {
        ReadyFloor ready = floor.ready();
        try (Audience audience = new Audience(ready, options.clients(), options.seed(), clock);
                Connection nats = ready.connectNats()) {
            run.say(options.clients() + " people sign in");
            audience.enter();
            within(ENTER_DEADLINE, "everybody is connected", audience::isThere);
            Raiser raiser = new Raiser(nats, audience.users(), options.rate(), new Random(options.seed()));
            List<Outage> outages;
            try (raiser) {
                raiser.start();
                outages = new Outages(floor, audience, raiser, new Random(options.seed()), run::say)
                        .run(options.faults());
            }
            AlertEvidence evidence = evidence(audience, raiser);
            AlertsReport report = AlertsReport.of(
                    options, began.toString(), run.seconds(), before, outages, evidence, checks(evidence));
            report.print(System.out, VIOLATIONS_SHOWN);
            run.write("infra/faults/results/" + options.name() + ".json", report);
            return report.holds();
        }
    }

    private AlertEvidence evidence(Audience audience, Raiser raiser) throws Exception {
        run.say("all is made good; waiting until everything is heard");
        within(HEARD_DEADLINE, "everybody has seen all alerts", () -> audience.hasShown(raiser.counts()));
        within(HEARD_DEADLINE, "every acknowledgement has its outcome", audience::isSettled);
        audience.enterAnew();
        within(HEARD_DEADLINE, "clients that know nothing have what there is", audience::isThereAnew);
        return new AlertEvidence(raiser.accepted(), audience.lives(), audience.acknowledged(), audience.openAnew());
    }

    private List<Verdict> checks(AlertEvidence evidence) {
        List<Verdict> checks = new ArrayList<>(AlertJudge.judge(evidence));
        checks.add(new Verdict("what is waited for comes about in time", awaited.count(), awaited.violations()));
        return checks;
    }

    private void within(Duration deadline, String what, BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        while (!holds.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(PAUSE);
        }
        awaited.expect(holds.getAsBoolean(), "not within %d s: %s", deadline.toSeconds(), what);
    }
}
