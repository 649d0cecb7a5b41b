package org.hearthkey.app.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.deliver.Bundle;
import org.hearthkey.core.deliver.BundleFile;
import org.hearthkey.core.deliver.Manifest;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceState;
import org.hearthkey.core.device.Leaving;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.revoke.SignedList;
import org.hearthkey.core.token.TokenUri;
import org.jspecify.annotations.Nullable;

/// What `--json` answers, in the field names that scripts rely on.
final class Documents {
    private Documents() {}

    static Map<String, Object> home(Home home) {
        var document = new LinkedHashMap<String, Object>();
        document.put("name", home.facts().name().text());
        document.put("homeId", home.facts().id().text());
        document.put(
                "rootFingerprint",
                home.issuers().root().certificate().fingerprint().hex());
        document.put(
                "rootNotAfter", home.issuers().root().certificate().notAfter().toString());
        document.put("rootInFile", home.rootPlaces().isInFile());
        document.put(
                "rootTokens",
                home.rootPlaces().tokens().stream().map(TokenUri::text).toList());
        home.deliveries().secondSigner().ifPresent(key -> document.put("secondSigner", key.hex()));
        document.put(
                "zones", home.issuers().zones().stream().map(Documents::zone).toList());
        return document;
    }

    static Map<String, Object> zone(Zone zone) {
        var document = new LinkedHashMap<String, Object>();
        document.put("name", zone.name().text());
        document.put(
                "issuerFingerprint", zone.issuer().certificate().fingerprint().hex());
        document.put("notAfter", zone.issuer().certificate().notAfter().toString());
        return document;
    }

    static Map<String, @Nullable Object> device(Device device, Instant now) {
        var document = new LinkedHashMap<String, @Nullable Object>();
        document.put("name", device.name().text());
        document.put("zone", device.zone().text());
        document.put("type", device.particulars().type());
        document.put("owner", device.particulars().owner());
        document.put("location", device.particulars().location());
        document.put("state", state(device.stateAt(now)).code());
        document.put(
                "effectiveNotAfter",
                device.credential().end().map(Instant::toString).orElse(null));
        document.put(
                "serial", device.certified().map(held -> held.serial().hex()).orElse(null));
        device.leaving().flatMap(Leaving::retired).ifPresent(at -> document.put("retired", at.toString()));
        if (device.credential() instanceof Credential.Paired paired) {
            document.put("pairedBy", paired.kind());
            document.put("pairedSince", paired.since().toString());
            document.put("keptAt", paired.keptAt());
        }
        device.seen().ifPresent(seen -> {
            document.put("seen", seen.at().toString());
            document.put("seenBy", seen.source().code());
        });
        return document;
    }

    /// Scripts from before know no retired device, and it is a revoked one.
    private static DeviceState state(DeviceState state) {
        return state == DeviceState.RETIRED ? DeviceState.REVOKED : state;
    }

    /// All of a device, with every certificate it ever had.
    static Map<String, @Nullable Object> wholeDevice(Device device, List<Credential.Certified> history, Instant now) {
        var document = device(device, now);
        document.put("id", device.id().toString());
        document.put("address", device.address().text());
        document.put("added", device.added().toString());
        document.put("findings", device.findings());
        document.put("certificates", history.stream().map(Documents::credential).toList());
        return document;
    }

    private static Map<String, Object> credential(Credential.Certified certified) {
        var document = new LinkedHashMap<String, Object>();
        document.put("serial", certified.serial().hex());
        document.put("fingerprint", certified.fingerprint().hex());
        document.put("notBefore", certified.notBefore().toString());
        document.put("notAfter", certified.notAfter().toString());
        certified.revoked().ifPresent(revoked -> {
            document.put("revokedAt", revoked.at().toString());
            document.put("reason", revoked.reason().text());
        });
        return document;
    }

    static Map<String, Object> certificate(Certificate certificate) {
        var document = new LinkedHashMap<String, Object>();
        document.put("serial", certificate.serial().hex());
        document.put("fingerprint", certificate.fingerprint().hex());
        document.put("notBefore", certificate.notBefore().toString());
        document.put("notAfter", certificate.notAfter().toString());
        document.put("issuer", certificate.issuer());
        return document;
    }

    static Map<String, Object> list(SignedList list) {
        var document = new LinkedHashMap<String, Object>();
        document.put("zone", list.issuer().code());
        document.put("crlNumber", list.number());
        document.put("thisUpdate", list.thisUpdate().toString());
        document.put("nextUpdate", list.nextUpdate().toString());
        document.put("entries", list.entries());
        document.put("canaries", list.canaries());
        return document;
    }

    /// @param end when the last of the lists that follow it lapses
    static Map<String, Object> list(SignedList list, Instant end) {
        var document = list(list);
        document.put("coveredUntil", end.toString());
        return document;
    }

    static Map<String, Object> bundle(Bundle bundle) {
        var document = new LinkedHashMap<String, Object>();
        document.put("bundleNumber", bundle.number());
        document.put("files", bundle.files().stream().map(Documents::file).toList());
        document.put("validUntil", bundle.validUntil().toString());
        return document;
    }

    private static Map<String, Object> file(BundleFile file) {
        var document = new LinkedHashMap<String, Object>();
        document.put("path", file.path());
        document.put("sha256", file.sha256().hex());
        return document;
    }

    static Map<String, Object> file(Manifest.Entry entry) {
        var document = new LinkedHashMap<String, Object>();
        document.put("path", entry.path());
        document.put("sha256", entry.sha256().hex());
        return document;
    }
}
