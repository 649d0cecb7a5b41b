package org.hearthkey.core.approve;

import java.util.List;
import java.util.Optional;
import org.hearthkey.core.attest.Shown;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.device.Particulars;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Lifetimes;
import org.hearthkey.core.scan.Code;

/// What is known of a device that wants to belong to the home, and what the owner would call it.
///
/// @param label the code on its label, if one was scanned
/// @param request its certificate request, if it sent one
/// @param days how long its certificate would last
/// @param confirmation how the owner made sure that it is the one that asks, where that was done
/// @param keptAt where its code is written down, in the owner's words; empty if that was not told
/// @param attestation files by which its maker vouches for it
public record Application(
        Optional<Code> label,
        Optional<CertificateRequest> request,
        DeviceName name,
        ZoneName zone,
        Particulars particulars,
        int days,
        KeySource keySource,
        BootstrapKey bootstrapKey,
        Optional<Confirmation> confirmation,
        String keptAt,
        List<Shown> attestation) {
    public Application {
        attestation = List.copyOf(attestation);
    }

    /// An application with the usual lifetime, for a device that makes its own key.
    public static Application of(DeviceName name, ZoneName zone) {
        return new Application(
                Optional.empty(),
                Optional.empty(),
                name,
                zone,
                Particulars.NONE,
                Lifetimes.DEVICE_DAYS,
                KeySource.DEVICE,
                BootstrapKey.BOOTSTRAPPING_ONLY,
                Optional.empty(),
                "",
                List.of());
    }

    public Application label(Code scanned) {
        return new Application(
                Optional.of(scanned),
                request,
                name,
                zone,
                particulars,
                days,
                keySource,
                bootstrapKey,
                confirmation,
                keptAt,
                attestation);
    }

    public Application request(CertificateRequest sent) {
        return new Application(
                label,
                Optional.of(sent),
                name,
                zone,
                particulars,
                days,
                keySource,
                bootstrapKey,
                confirmation,
                keptAt,
                attestation);
    }

    public Application particulars(Particulars told) {
        return new Application(
                label, request, name, zone, told, days, keySource, bootstrapKey, confirmation, keptAt, attestation);
    }

    public Application lasting(int wantedDays) {
        return new Application(
                label,
                request,
                name,
                zone,
                particulars,
                wantedDays,
                keySource,
                bootstrapKey,
                confirmation,
                keptAt,
                attestation);
    }

    public Application keySource(KeySource source) {
        return new Application(
                label, request, name, zone, particulars, days, source, bootstrapKey, confirmation, keptAt, attestation);
    }

    public Application bootstrapKey(BootstrapKey use) {
        return new Application(
                label, request, name, zone, particulars, days, keySource, use, confirmation, keptAt, attestation);
    }

    public Application confirmation(Confirmation done) {
        return new Application(
                label,
                request,
                name,
                zone,
                particulars,
                days,
                keySource,
                bootstrapKey,
                Optional.of(done),
                keptAt,
                attestation);
    }

    public Application keptAt(String place) {
        return new Application(
                label,
                request,
                name,
                zone,
                particulars,
                days,
                keySource,
                bootstrapKey,
                confirmation,
                place,
                attestation);
    }

    /// With files by which the device's maker vouches for it.
    public Application attestation(List<Shown> files) {
        return new Application(
                label, request, name, zone, particulars, days, keySource, bootstrapKey, confirmation, keptAt, files);
    }
}
