/** The repository as rules see it: modules, files, parsed Java sources. */
@NullMarked
package io.ringside.rules.tree;

import org.jspecify.annotations.NullMarked;
