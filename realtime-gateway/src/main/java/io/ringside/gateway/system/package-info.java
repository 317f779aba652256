/** What operators tell everybody: the command that tells and withdraws it, and the feed that serves it. */
@NullMarked
package io.ringside.gateway.system;

import org.jspecify.annotations.NullMarked;
