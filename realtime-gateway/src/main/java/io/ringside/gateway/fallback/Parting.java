package io.ringside.gateway.fallback;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.ringside.contracts.Wire;
import io.ringside.gateway.frame.Frame;
import java.nio.charset.StandardCharsets;

/** What a close frame says. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record Parting(int code, String reason) {
    /** A close frame without a code (RFC 6455, 7.1.5). */
    private static final int NO_CODE = 1005;

    static Parting of(Frame close) {
        ByteBuf payload = Unpooled.buffer(close.payloadBytes());
        close.writePayload(payload);
        if (payload.readableBytes() < Short.BYTES) {
            return new Parting(NO_CODE, "");
        }
        int code = payload.readUnsignedShort();
        return new Parting(code, payload.toString(StandardCharsets.US_ASCII));
    }

    byte[] json() {
        return Wire.encode(this);
    }
}
