/** {@code infra/bench gateway}: the gateway beside its peers, part by part, round by round, in one run. */
@NullMarked
package io.ringside.benchmarks.gateway;

import org.jspecify.annotations.NullMarked;
