package io.ringside.faults.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.api.MessageInfo;
import io.ringside.benchmarks.trader.GatewayHttp;
import io.ringside.contracts.Headers;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.alert.AlertKind;
import io.ringside.contracts.alert.AlertSeverity;
import io.ringside.contracts.alert.RaiseAlert;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.StoredMessages;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was raised while nobody was there outlives the gateway that its user had, and is settled for all devices. */
class AlertsOutliveAGatewayTest {
    private static final String USER = TwinGateways.user(0);

    private TwinGateways gateways;
    private GatewayHttp north;
    private GatewayHttp south;

    @BeforeEach
    void start(@TempDir Path logs) {
        gateways = new TwinGateways(logs, 1);
        gateways.startFunction("alert");
        north = new GatewayHttp(gateways.address("north"));
        south = new GatewayHttp(gateways.address("south"));
    }

    @AfterEach
    void stop() {
        north.close();
        south.close();
        gateways.close();
    }

    @Test
    void aReturningDeviceGetsWhatItMissedOnceAndTellsTheOthersThatItIsSettled() {
        Device phone = Device.on(north, USER);
        String stood = phone.connect("{}");
        phone.leave();
        gateways.raise(alert("c-1"));
        gateways.raise(alert("c-2"));
        Eventually.holds("both are kept", () -> kept().size() == 2);

        gateways.kill("north");
        Device back = Device.on(south, USER);
        back.connect(stood);
        Device desk = Device.on(south, USER);
        desk.connect("{}");
        Eventually.holds(
                "all is there", () -> back.ids().size() == 2 && desk.ids().size() == 2);
        assertThat(back.mode()).isEqualTo("replay");
        assertThat(back.ids())
                .containsExactly(alert("c-1").alertId(), alert("c-2").alertId());

        back.acknowledge("k-1", back.ids());
        for (Device device : List.of(back, desk)) {
            Eventually.holds("it is said to each", () -> !device.settled().isEmpty());
            assertThat(device.settled()).containsExactly("k-1");
            assertThat(device.ids()).hasSize(2);
        }
        assertThat(desk.get("/api/alerts?acknowledged=false").get("alerts").size())
                .isZero();
        assertThat(gateways.rows("select acknowledged_by, count(*) from alert.alert group by 1"))
                .containsExactly(USER + "|2");
        assertThat(kept()).containsExactly("alert.acknowledged");
        back.leave();
        desk.leave();
    }

    private List<String> kept() {
        return StoredMessages.in(gateways.nats(), "ALERTS", Subjects.alerts(USER)).stream()
                .map(MessageInfo::getHeaders)
                .map(headers -> String.valueOf(headers.getFirst(Headers.TYPE)))
                .toList();
    }

    private static RaiseAlert alert(String order) {
        return new RaiseAlert(
                RaiseAlert.idOf(AlertKind.ORDER_REJECTED, TwinGateways.account(0), order),
                USER,
                AlertKind.ORDER_REJECTED,
                AlertSeverity.CRITICAL,
                TwinGateways.account(0),
                "TIN",
                "o-" + order,
                order,
                "ORDER_SIZE",
                null,
                "Too much.");
    }
}
