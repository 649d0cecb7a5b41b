package org.hearthkey.app.ui.devices;

/// What can be done with a device from the inventory. What cannot be undone asks first.
public interface DeviceActs {
    void renew(DeviceDetail detail);

    void revoke(DeviceDetail detail);

    /// Cuts it off now, or tries again.
    void isolate(DeviceDetail detail);

    /// Leads it out of the home, or goes on with that.
    void retire(DeviceDetail detail);

    /// Records that the owner saw it work.
    void saw(DeviceDetail detail);

    /// Writes the certificate to a folder once more.
    void saveCertificate(DeviceDetail detail);
}
