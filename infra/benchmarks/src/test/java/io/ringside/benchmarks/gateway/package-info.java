@NullMarked
package io.ringside.benchmarks.gateway;

import org.jspecify.annotations.NullMarked;
