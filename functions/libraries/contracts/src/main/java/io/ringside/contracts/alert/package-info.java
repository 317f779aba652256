/** What a user has to acknowledge: the commands that raise and acknowledge it, its state, and what is told of it. */
@NullMarked
package io.ringside.contracts.alert;

import org.jspecify.annotations.NullMarked;
