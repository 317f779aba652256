/** What the commands that measure or hurt a floor have in common: their words, and a floor of their own. */
@NullMarked
package io.ringside.benchmarks.command;

import org.jspecify.annotations.NullMarked;
