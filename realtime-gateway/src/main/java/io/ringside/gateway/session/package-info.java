/** Where a user is signed in, and how he ends that from somewhere else. */
@NullMarked
package io.ringside.gateway.session;

import org.jspecify.annotations.NullMarked;
