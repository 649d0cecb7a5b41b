package org.hearthkey.core.approve;

/// Where a device's private key is made.
public enum KeySource {
    /// In the device. It sends a request and the key never leaves it.
    DEVICE,
    /// Here, for a device that cannot make its own. It is handed over once, in a PKCS#12 file, and not kept.
    MADE_HERE,
    /// Nowhere: the device is paired by the code on its box and will never hold a certificate.
    PAIRING_ONLY
}
