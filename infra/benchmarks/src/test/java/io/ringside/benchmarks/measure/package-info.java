@NullMarked
package io.ringside.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
