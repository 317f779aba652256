/**
 * The commands {@code infra/chaos}, which kills every process of a floor while people trade or are told alerts, and
 * {@code infra/races}, in which many trade on one request at once; both prove that nothing came of it.
 */
@NullMarked
package io.ringside.faults;

import org.jspecify.annotations.NullMarked;
