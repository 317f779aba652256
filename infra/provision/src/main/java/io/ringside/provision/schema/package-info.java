/** The tables of the book of record, brought forward by the migrations of {@code infra/migrations}. */
@NullMarked
package io.ringside.provision.schema;

import org.jspecify.annotations.NullMarked;
