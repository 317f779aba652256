package io.ringside.faults;

import io.micronaut.serde.annotation.Serdeable;
import java.lang.management.ManagementFactory;

/**
 * How busy the machine is, with whatever else runs there.
 *
 * @param processes that ran or wanted to, on average of the last minute
 */
@Serdeable
record MachineLoad(int processors, double processes) {
    static MachineLoad now() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return new MachineLoad(system.getAvailableProcessors(), system.getSystemLoadAverage());
    }
}
