@NullMarked
package io.ringside.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
