/** What clients ask on a socket, held against what reads it. */
@NullMarked
package io.ringside.gateway.protocol;

import org.jspecify.annotations.NullMarked;
