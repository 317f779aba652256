package io.ringside.gateway.journey;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Collections;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What is logged while a test looks on. */
final class Logged implements AutoCloseable {
    private final Logger gateway = (Logger) LoggerFactory.getLogger("io.ringside.gateway");
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    Logged() {
        appender.list = Collections.synchronizedList(appender.list);
        appender.start();
        gateway.setLevel(Level.INFO);
        gateway.addAppender(appender);
    }

    /** The messages so far. */
    List<String> lines() {
        synchronized (appender.list) {
            return appender.list.stream()
                    .map(ILoggingEvent::getFormattedMessage)
                    .toList();
        }
    }

    /** Those about this event. */
    List<String> lines(String event) {
        return lines().stream()
                .filter(line -> line.startsWith("event=" + event + ' '))
                .toList();
    }

    @Override
    public void close() {
        gateway.detachAppender(appender);
        gateway.setLevel(null);
    }
}
