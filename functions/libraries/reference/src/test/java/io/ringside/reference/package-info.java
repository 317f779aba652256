/** What a lookup gives on a real nats-server and PostgreSQL. */
@NullMarked
package io.ringside.reference;

import org.jspecify.annotations.NullMarked;
