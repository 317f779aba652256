/**
 * What the floor itself tells of a run: timestamps of its streams, metrics of its functions, settings of its servers.
 */
@NullMarked
package io.ringside.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
