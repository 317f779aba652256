@NullMarked
package io.ringside.benchmarks.load;

import org.jspecify.annotations.NullMarked;
