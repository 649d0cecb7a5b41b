package org.hearthkey.core.sale;

/// What became of an attempt to open a package.
public sealed interface PackageOpening {
    /// Whoever opens it closes the contents.
    record Opened(HouseContents contents) implements PackageOpening {}

    /// These are not the words of this package.
    record WrongWords() implements PackageOpening {}

    /// It was not opened, whatever the words are.
    record Refused(Why why) implements PackageOpening {}

    /// Why a file is not opened.
    enum Why {
        /// It does not begin as packages do.
        NO_PACKAGE,
        /// A later release made it.
        NEWER,
        /// It is cut off, was changed, or was never as we write them.
        DAMAGED,
        /// It asks for more memory, time or room than packages may.
        TOO_LARGE
    }
}
