package org.hearthkey.core.device;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hearthkey.core.attest.AttestationNote;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.name.ZoneName;

/// The inventory, for reading. Lives on the home's thread.
public interface DeviceBook {
    /// One page of the devices that `query` asks for.
    ///
    /// @param limit 1 to 10,000
    List<Device> page(DeviceQuery query, long offset, int limit);

    long count(DeviceQuery query);

    /// How many devices were added at or after `since`.
    long countAddedSince(Instant since);

    /// The device of that name, compared without regard to case.
    Optional<Device> find(DeviceName name);

    /// The device at that address; two names may ask for the same one.
    Optional<Device> findByAddress(DnsName address);

    /// Who has, or ever had, a certificate for the key with this hash.
    Optional<KeyHolder> findByKey(Fingerprint key);

    /// The device with that identity.
    Optional<Device> find(DeviceId id);

    /// Every certificate the device ever had, the newest first.
    List<Credential.Certified> history(DeviceId device);

    /// The device's certificate with that serial number.
    Optional<Certificate> certificate(SerialNumber serial);

    /// How the device was attested, if anything was shown for it or if somebody looked.
    Optional<AttestationNote> attestation(DeviceId device);

    /// The certificates of a zone that its list has to name, one by one: revoked, and of those that end after `from` and not
    /// after `until`.
    void eachListed(ZoneName zone, Instant from, Instant until, Consumer<Listed> taker);

    /// Who holds a key.
    ///
    /// @param name the device, or what else of the home holds it
    /// @param revoked whether that certificate was revoked, and why
    record KeyHolder(String name, Optional<Reason> revoked) {}

    /// One line of a revocation list.
    record Listed(SerialNumber serial, Credential.Revoked revoked) {}
}
