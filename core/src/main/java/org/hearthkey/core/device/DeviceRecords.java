package org.hearthkey.core.device;

import org.hearthkey.core.attest.AttestationNote;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.SerialNumber;

/// The inventory, for changing. Only inside a commit.
public interface DeviceRecords extends DeviceBook {
    /// Adds a device with its first certificate.
    void add(Device device, Certificate certificate);

    /// Gives the device a new certificate; the old one stays in its history.
    void renew(DeviceId device, Credential.Certified credential, Certificate certificate);

    /// Remembers how the device was attested, in place of what was remembered before.
    void noteAttestation(DeviceId device, AttestationNote note);

    void revoke(SerialNumber serial, Credential.Revoked revoked);

    /// Empties the owner of every device that belongs to this person, in any case of letters.
    ///
    /// @return how many
    long forgetOwner(String owner);
}
