package io.ringside.gateway.socket;

import io.micronaut.context.BeanContext;
import io.netty.util.concurrent.AbstractEventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.netty.util.concurrent.Promise;
import io.ringside.gateway.command.CommandDesk;
import io.ringside.gateway.frame.Deliveries;
import io.ringside.gateway.frame.Loop;
import io.ringside.gateway.frame.LoopOnHand;
import io.ringside.gateway.identity.Grant;
import io.ringside.gateway.limit.RateLimits;
import io.ringside.gateway.personal.PersonalChannels;
import io.ringside.gateway.personal.ReplayMeter;
import io.ringside.gateway.presence.Attendance;
import io.ringside.gateway.recovery.Turns;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** One node's sockets, real down to their bytes, on an event loop whose turns are given by hand. */
public final class SimulatedSockets {
    private static final UUID FAMILY = new UUID(0, 1);

    private final BeanContext beans;
    private final Turns.Lane lane;
    private final Loop loop;
    private final Conversation conversation;

    /** The sockets of a node that has these channels; all else comes from a real gateway, whose clock it shares. */
    public SimulatedSockets(BeanContext beans, PersonalChannels channels, Turns.Lane lane) {
        this.beans = beans;
        this.lane = lane;
        loop = LoopOnHand.of(new OnLane(lane), beans.getBean(Deliveries.class));
        Subscriptions subscriptions = new Subscriptions(
                new PersonalPlaces(channels, beans.getBean(ReplayMeter.class)), beans.getBean(ConflatedFeeds.class));
        conversation = new Conversation(
                beans.getBean(Greeting.class),
                beans.getBean(RateLimits.class),
                beans.getBean(CommandDesk.class),
                subscriptions,
                beans.getBean(Attendance.class),
                beans.getBean(InstantSource.class));
    }

    /** A socket whose user is known. */
    public SimulatedSocket open(String user) {
        Sockets sockets = beans.getBean(Sockets.class);
        Grant grant = new Grant(
                user, "trader", Set.of(), FAMILY, sockets.clock().instant().plusSeconds(86_400));
        return SimulatedSocket.open(lane, loop, beans.getBean(Deliveries.class), sockets, conversation, grant);
    }

    /** An executor of the kind that Netty asks for. */
    private static final class OnLane extends AbstractEventExecutor {
        private final Turns.Lane lane;

        OnLane(Turns.Lane lane) {
            this.lane = lane;
        }

        @Override
        public boolean inEventLoop(Thread thread) {
            return lane.isInside();
        }

        @Override
        public void execute(Runnable task) {
            lane.execute(task);
        }

        @Override
        public boolean isShuttingDown() {
            return false;
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return false;
        }

        @Override
        public Future<?> shutdownGracefully(long quietPeriod, long timeout, TimeUnit unit) {
            return terminationFuture();
        }

        @Override
        public Future<?> terminationFuture() {
            Promise<Void> never = GlobalEventExecutor.INSTANCE.newPromise();
            return never;
        }

        @Override
        @Deprecated
        public void shutdown() {
            // it ends with its history
        }
    }
}
