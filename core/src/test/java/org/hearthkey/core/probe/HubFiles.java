package org.hearthkey.core.probe;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearthkey.core.authority.CrlDraft;
import org.hearthkey.core.authority.Issuer;
import org.hearthkey.core.authority.RevokedEntry;
import org.hearthkey.core.authority.SampleHome;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.name.ZoneName;

/// What a hub on this computer has of a home: its own certificate, the zones' anchors and lists; and two certificates to
/// try it with, of which the newest list of `lighting` revokes one.
final class HubFiles {
    final SampleHome home = new SampleHome();
    final Path folder;
    final ProbeIdentity canary;
    final ProbeIdentity control;
    final ProbeIdentity otherZone;

    private final SoftwareKey key = SoftwareKey.generate(KeyProfile.P256, home.random);

    HubFiles(Path folder) throws IOException {
        this.folder = folder;
        canary = identity("Canary", SampleHome.LIGHTING);
        control = identity("Control", SampleHome.LIGHTING);
        otherZone = identity("Front door", SampleHome.SECURITY);
        var hubKey = SoftwareKey.generate(KeyProfile.P256, home.random);
        pem("hub.pem", home.hubHere(hubKey.publicKey()), home.services.certificate());
        key("hub.key", hubKey);
        for (var zone : List.of(home.lighting, home.security)) {
            pem(zone.role().code() + "-anchor.pem", zone.twin().orElseThrow());
        }
        put("lighting.crl", listOf(home.lighting, 2, canary));
        put("security.crl", listOf(home.security, 2));
    }

    ProbeIdentity identity(String name, ZoneName zone) {
        var lighting = zone.equals(SampleHome.LIGHTING);
        var certificate = home.authority.signLeaf(
                lighting ? home.lighting : home.security,
                lighting ? home.lightingKey : home.securityKey,
                home.device(name, zone, key.publicKey()));
        return new ProbeIdentity(certificate, key);
    }

    /// A list that is in force.
    Crl listOf(Issuer issuer, long number, ProbeIdentity... revoked) {
        return list(issuer, number, Duration.ofMinutes(1), Duration.ofDays(35), revoked);
    }

    /// A list that began some time ago and has ended since.
    Crl lapsedListOf(Issuer issuer, long number, ProbeIdentity... revoked) {
        return list(issuer, number, Duration.ofDays(36), Duration.ofDays(35), revoked);
    }

    private Crl list(Issuer issuer, long number, Duration ago, Duration life, ProbeIdentity... revoked) {
        var from = home.now.minus(ago);
        var entries = Arrays.stream(revoked)
                .map(one -> new RevokedEntry(one.certificate().serial(), from, Reason.SUPERSEDED))
                .toList();
        var signer = issuer.equals(home.lighting) ? home.lightingKey : home.securityKey;
        return home.authority.signCrl(
                issuer, signer, new CrlDraft(BigInteger.valueOf(number), from, from.plus(life), entries));
    }

    /// Puts a list in its place at once, as a careful hub does.
    void put(String name, Crl list) throws IOException {
        put(name, list.pem());
    }

    void put(String name, String text) throws IOException {
        var aside = Files.writeString(folder.resolve(name + ".new"), text);
        Files.move(aside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    void pem(String name, Certificate... certificates) throws IOException {
        Files.writeString(
                folder.resolve(name),
                Stream.of(certificates).map(Certificate::pem).collect(Collectors.joining()));
    }

    /// Writes what another client takes: `NAME.pem` and `NAME.key`.
    void identityFiles(String name, ProbeIdentity identity) throws IOException {
        pem(name + ".pem", identity.certificate());
        key(name + ".key", identity.key());
    }

    private void key(String name, SoftwareKey written) throws IOException {
        try (var pkcs8 = written.pkcs8()) {
            var encoded = pkcs8.use(Base64.getMimeEncoder(64, new byte[] {'\n'})::encodeToString);
            Files.writeString(
                    folder.resolve(name), "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n");
        }
    }

    Trial trial(String uri) {
        return new Trials(home.services.certificate(), Trial.PATIENCE, home.random)
                .at(ListenerAddress.parse(uri).orElseThrow());
    }

    /// Tries both.
    Outcome outcome(String uri) {
        var trial = trial(uri);
        return Outcome.of(trial.attempt(canary), trial.attempt(control));
    }
}
