/** Writes the documents of the gateway from its records, routes and codes, and holds it to them. */
@NullMarked
package io.ringside.gateway.documents;

import org.jspecify.annotations.NullMarked;
