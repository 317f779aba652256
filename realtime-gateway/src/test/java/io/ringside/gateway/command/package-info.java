/** What commands look like, held against what takes them. */
@NullMarked
package io.ringside.gateway.command;

import org.jspecify.annotations.NullMarked;
