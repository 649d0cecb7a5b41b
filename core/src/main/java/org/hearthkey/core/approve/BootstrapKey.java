package org.hearthkey.core.approve;

/// What the maker says a Wi-Fi Easy Connect key may be used for. A key made for bootstrapping only must not be certified.
public enum BootstrapKey {
    BOOTSTRAPPING_ONLY,
    ALSO_CERTIFICATES
}
