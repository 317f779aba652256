/** What is worth a second look: suspicious clients and the deeds of operators, as lines that a machine can read. */
@NullMarked
package io.ringside.gateway.watch;

import org.jspecify.annotations.NullMarked;
