package org.hearthkey.core.device;

import org.hearthkey.core.attest.AttestationNote;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.name.ZoneName;

/// The inventory, for changing. Only inside a commit.
public interface DeviceRecords extends DeviceBook {
    /// Adds a device with its first certificate.
    ///
    /// @param issuer the zone that signed it, which is another than the device's while it is being set up
    void add(Device device, ZoneName issuer, Certificate certificate);

    /// Adds a device that is paired and will never hold a certificate.
    void addPaired(Device device, Credential.Paired pairing);

    /// Gives the device a new certificate; the old one stays in its history.
    ///
    /// @param issuer the zone that signed it
    void renew(DeviceId device, ZoneName issuer, Credential.Certified credential, Certificate certificate);

    /// Remembers how the device was attested, in place of what was remembered before.
    void noteAttestation(DeviceId device, AttestationNote note);

    void revoke(SerialNumber serial, Credential.Revoked revoked);

    /// Takes a device's pairing back.
    void unpair(DeviceId device, Credential.Revoked revoked);

    /// Records that the device was seen for the first time.
    void saw(DeviceId device, Sighting sighting);

    /// Empties the owner of every device that belongs to this person, in any case of letters.
    ///
    /// @return how many
    long forgetOwner(String owner);
}
