@NullMarked
package io.ringside.benchmarks.sockets;

import org.jspecify.annotations.NullMarked;
