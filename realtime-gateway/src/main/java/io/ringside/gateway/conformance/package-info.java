/** An echo through the pipeline of every socket, for suites that judge it by RFC 6455; only where it is asked for. */
@NullMarked
package io.ringside.gateway.conformance;

import org.jspecify.annotations.NullMarked;
