/** What is told of a session in which an algorithm trades: how it stands, what was decided, what is wrong with it. */
@NullMarked
package io.ringside.contracts.session;

import org.jspecify.annotations.NullMarked;
