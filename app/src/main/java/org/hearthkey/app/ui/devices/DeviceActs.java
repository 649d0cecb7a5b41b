package org.hearthkey.app.ui.devices;

/// What can be done with a device from the inventory. Each asks before it does anything.
public interface DeviceActs {
    void renew(DeviceDetail detail);

    void revoke(DeviceDetail detail);

    /// Writes the certificate to a folder once more.
    void saveCertificate(DeviceDetail detail);
}
