package io.ringside.gateway.fallback;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.netty.HttpCompressionStrategy;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import jakarta.inject.Singleton;

/** Compresses no event stream: the compressor would keep events back until it has enough of them. */
@Singleton
final class UncompressedStreams implements BeanCreatedEventListener<HttpCompressionStrategy> {
    @Override
    public HttpCompressionStrategy onCreated(BeanCreatedEvent<HttpCompressionStrategy> event) {
        HttpCompressionStrategy others = event.getBean();
        return new HttpCompressionStrategy() {
            @Override
            public boolean shouldCompress(HttpResponse response) {
                return !response.headers().contains(HttpHeaderNames.CONTENT_TYPE, MediaType.TEXT_EVENT_STREAM, true)
                        && others.shouldCompress(response);
            }

            @Override
            public boolean isEnabled() {
                return others.isEnabled();
            }

            @Override
            public int getCompressionLevel() {
                return others.getCompressionLevel();
            }

            @Override
            public int getMaxZstdEncodeSize() {
                return others.getMaxZstdEncodeSize();
            }
        };
    }
}
