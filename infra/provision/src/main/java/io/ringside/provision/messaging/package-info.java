/**
 * Streams, consumers and buckets as data: read from {@code infra/messaging}, brought onto a server, compared with it.
 */
@NullMarked
package io.ringside.provision.messaging;

import org.jspecify.annotations.NullMarked;
