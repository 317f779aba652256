/** {@code permessage-deflate} (RFC 7692) without context takeover: what is compressed is the same for every socket. */
@NullMarked
package io.ringside.gateway.compression;

import org.jspecify.annotations.NullMarked;
