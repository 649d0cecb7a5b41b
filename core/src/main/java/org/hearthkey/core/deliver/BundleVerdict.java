package org.hearthkey.core.deliver;

import java.util.List;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.transport.ReadBack;

/// What a check of a bundle found.
public sealed interface BundleVerdict {
    /// Every file is as the manifest says, the manifest is signed under the bundle's root, and all in it fits together
    /// and is in force.
    record Sound(Manifest manifest, Certificate root, ReadBack readBack) implements BundleVerdict {}

    /// Something is wrong, each thing named.
    record Unsound(List<Flaw> flaws) implements BundleVerdict {
        public Unsound {
            flaws = List.copyOf(flaws);
        }
    }

    /// A delivery was stopped between two renames. The bundle before lies aside, whole; the next delivery puts it back.
    record Interrupted() implements BundleVerdict {}

    /// There is no bundle.
    record Missing() implements BundleVerdict {}
}
