@NullMarked
package io.ringside.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
