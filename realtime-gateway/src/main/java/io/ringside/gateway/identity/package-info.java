/** Who is there: passwords, access tokens, refresh tokens, socket tickets, and their revocation. */
@NullMarked
package io.ringside.gateway.identity;

import org.jspecify.annotations.NullMarked;
