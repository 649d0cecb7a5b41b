package org.hearthkey.core.transport;

/// How far reading a bundle back proves that the drive holds it.
public enum ReadBack {
    /// The bytes came from the drive itself.
    FROM_DRIVE,
    /// The system may have answered some of them from memory. The drive has said that it took them.
    FROM_SYSTEM
}
