/** What risk-check promises: as a pure book, as SQL, and as a whole on a real nats-server and PostgreSQL. */
@NullMarked
package io.ringside.riskcheck;

import org.jspecify.annotations.NullMarked;
