/**
 * The command {@code infra/chaos}: kills every process of a floor while orders run, then proves that nothing came of
 * it.
 */
@NullMarked
package io.ringside.faults;

import org.jspecify.annotations.NullMarked;
