package io.ringside.rules.tidy;

import io.ringside.rules.tree.Repository;
import java.util.List;

/** Something that holds for the whole source tree. */
interface TidyRule {
    /** Its name, as exemptions use it. */
    String name();

    /** Every place where it does not hold. */
    List<Breach> breaches(Repository repository);
}
