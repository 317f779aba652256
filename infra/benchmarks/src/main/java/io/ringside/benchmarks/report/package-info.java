/** Figures as a table for people and as JSON for programs. */
@NullMarked
package io.ringside.benchmarks.report;

import org.jspecify.annotations.NullMarked;
