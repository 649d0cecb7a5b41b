package org.hearthkey.core.adopt;

/// What an authority of another program becomes in the home.
public enum AdoptionUse {
    ROOT,
    /// The issuer of a zone.
    ZONE
}
