package org.hearthkey.core.approve;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.attest.Judgment;
import org.hearthkey.core.authority.IssuerBook;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceBook;
import org.hearthkey.core.device.DeviceId;
import org.hearthkey.core.device.MarkBook;
import org.hearthkey.core.device.NamedProfile;
import org.hearthkey.core.device.ZoneRules;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Lifetimes;

/// What the rules look at: an application, the home it asks to join, and when.
///
/// @param zoneRules what its zone asks for
/// @param windowCloses when the pairing window that was opened last closes, or has closed
/// @param profiles the home's word on every kind of key
/// @param renewing the device whose certificate is renewed, if this is no new device
/// @param judgment how far the device's maker vouches for it
record Candidate(
        Application application,
        Optional<Device> renewing,
        DeviceBook devices,
        MarkBook marks,
        ZoneRules zoneRules,
        Optional<Instant> windowCloses,
        List<NamedProfile> profiles,
        IssuerBook issuers,
        Instant now,
        Judgment judgment) {
    /// The key that it showed, if it did.
    Optional<PublicKeyInfo> key() {
        return application.request().map(CertificateRequest::publicKey);
    }

    Instant notBefore() {
        return now.minus(Lifetimes.BACKDATE).truncatedTo(ChronoUnit.SECONDS);
    }

    Instant notAfter() {
        var lifetime = isForOnboarding() ? Lifetimes.ONBOARDING : Duration.ofDays(application.days());
        return notBefore().plus(lifetime);
    }

    /// The zone whose issuer would sign.
    ZoneName signer() {
        return isForOnboarding() ? ZoneRules.ONBOARDING : application.zone();
    }

    /// Whether it would get a certificate, and not only be paired.
    boolean isForCertificate() {
        return application.keySource() != KeySource.PAIRING_ONLY;
    }

    /// Whether a device that waits in the onboarding zone asks for the certificate of its own.
    boolean isBeingCompleted() {
        return renewing.filter(Device::isBeingSetUp).isPresent();
    }

    /// Whether a certificate of the onboarding zone would come first: for a new device whose zone asks for a fresh key.
    boolean isForOnboarding() {
        return isForCertificate() && renewing.isEmpty() && zoneRules.setUp() == ZoneRules.SetUp.FRESH_KEY;
    }

    /// Whether `device` is not the one that is renewed.
    boolean isAnother(DeviceId device) {
        return renewing.map(Device::id).filter(device::equals).isEmpty();
    }
}
