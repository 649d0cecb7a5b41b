package org.hearthkey.core.recovery;

/// What is wrong with words that should be a share, or with shares that should go together.
public enum ShareFlaw {
    /// A word that is not on the list.
    UNKNOWN_WORD,
    /// More or fewer words than a share has.
    WORD_COUNT,
    /// One or more words are wrong, or in another order.
    CHECKSUM,
    /// The words are right, but no program that keeps to SLIP-39 has made them.
    NOT_A_SHARE,
    /// A share of another secret.
    OTHER_SET,
    /// Two shares say they are the same one, with different words.
    CONFLICT,
    /// More shares have to come together.
    TOO_FEW,
    /// They say they belong together, but the secret that they give is not the one that was shared.
    DIGEST
}
