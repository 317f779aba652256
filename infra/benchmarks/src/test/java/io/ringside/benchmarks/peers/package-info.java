@NullMarked
package io.ringside.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
