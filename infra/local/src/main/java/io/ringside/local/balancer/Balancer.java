package io.ringside.local.balancer;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DuplexChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.ringside.provision.ProvisionException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives each new connection to the next gateway that is ready and takes it. It listens on the loopback address alone:
 * all clients have the gateways' own address there, so none is lost on the way.
 */
public final class Balancer implements AutoCloseable {
    /** More are reset: as many as this process may have open files for. */
    private static final int CONNECTIONS_MAX = 10_000;

    private static final int BACKLOG_MAX = 1_024;
    private static final int CONNECT_MS_MAX = 1_000;
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final Backends backends;
    private final ReadinessWatch watch;
    private final AtomicInteger connections = new AtomicInteger();
    private final MultiThreadIoEventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("balancer", true), NioIoHandler.newFactory());

    private Balancer(Backends backends, Duration lookEvery) {
        this.backends = backends;
        this.watch = new ReadinessWatch(backends, lookEvery);
    }

    /** Listens on a port for gateways that serve already. */
    public static Balancer open(int port, List<Integer> gateways) {
        return open(port, gateways, LOOK_EVERY);
    }

    static Balancer open(int port, List<Integer> gateways, Duration lookEvery) {
        Balancer balancer = new Balancer(new Backends(gateways), lookEvery);
        try {
            balancer.listen(port);
            return balancer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            balancer.close();
            throw new ProvisionException("interrupted while the balancer opened port " + port, e);
        }
    }

    /** Ends every connection that is left. */
    @Override
    public void close() {
        watch.close();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private void listen(int port) throws InterruptedException {
        var bound = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG_MAX)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(Pipe.PIECE_BYTES_MAX))
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel client) {
                        admit(client);
                    }
                })
                .bind(loopback(port))
                .await();
        if (!bound.isSuccess()) {
            close();
            throw new ProvisionException("the balancer cannot listen on port " + port + ": " + bound.cause());
        }
    }

    private void admit(SocketChannel client) {
        int now = connections.incrementAndGet();
        client.closeFuture().addListener(closed -> connections.decrementAndGet());
        client.pipeline().addLast(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelActive(ChannelHandlerContext context) {
                context.pipeline().remove(this);
                if (now > CONNECTIONS_MAX) {
                    Pipe.reset(client);
                } else {
                    connect(client, backends.inOrder().iterator());
                }
            }
        });
    }

    /** A gateway that refuses costs its client nothing but the way to the next one. */
    private void connect(DuplexChannel client, Iterator<Integer> candidates) {
        if (!candidates.hasNext()) {
            Pipe.reset(client);
            return;
        }
        int port = candidates.next();
        var connecting = new Bootstrap()
                .group(client.eventLoop())
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MS_MAX)
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(Pipe.PIECE_BYTES_MAX))
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel gateway) {
                        // what is read has nowhere to go before both sides are there
                    }
                })
                .connect(loopback(port));
        connecting.addListener(done -> {
            if (done.isSuccess()) {
                Pipe.join(client, (DuplexChannel) connecting.channel());
            } else {
                backends.tell(port, false);
                connect(client, candidates);
            }
        });
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
