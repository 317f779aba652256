@NullMarked
package io.ringside.benchmarks;

import org.jspecify.annotations.NullMarked;
