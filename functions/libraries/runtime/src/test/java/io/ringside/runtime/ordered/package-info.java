/** The loop proved on real servers: a small ledger function stands for any ordered function. */
@NullMarked
package io.ringside.runtime.ordered;

import org.jspecify.annotations.NullMarked;
