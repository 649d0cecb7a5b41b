package org.hearthkey.core.deliver;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.hearthkey.core.authority.LeafDraft;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.certificate.AttachedCms;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.content.Spool;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.MlDsaKey;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.policy.Lifetimes;
import org.hearthkey.core.revoke.Lists;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.witness.Watch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands the home's anchors and lists out as a signed bundle.
public final class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private final BundleMaker bundles;
    private final HomesDrive homesDrive;
    private final DeliveryBook book;
    private final Lists lists;
    private final Signatory signatory;
    private final Watch watch;
    private final Forecasts forecasts;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;
    private final SecureRandom random;

    public Deliveries(
            BundleMaker bundles,
            HomesDrive homesDrive,
            DeliveryBook book,
            Lists lists,
            Signatory signatory,
            Watch watch,
            Forecasts forecasts,
            Journal journal,
            Commits commits,
            InstantSource clock,
            SecureRandom random) {
        this.bundles = bundles;
        this.homesDrive = homesDrive;
        this.book = book;
        this.lists = lists;
        this.signatory = signatory;
        this.watch = watch;
        this.forecasts = forecasts;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
        this.random = random;
    }

    /// All deliveries, the newest first.
    public List<DeliveryBook.Delivery> newest(int limit) {
        return book.newest(limit);
    }

    /// The hash of the second signer's key, as bundles carry it; empty before the first bundle.
    public Optional<Fingerprint> secondSigner() {
        return book.secondSigner();
    }

    /// Signs what is due, then writes the bundle to `directory/hearthkey`, reads it back and records that.
    ///
    /// @param directory an existing folder of the drive
    /// @throws IOException if it was not written; the bundle that was there before is whole
    /// @throws HitException if it would hit what hardly can be meant; nothing was signed or written
    /// @throws BlockedException if the home may sign nothing, or is older than the checkpoint on this drive
    public Delivered export(Path directory) throws IOException {
        return export(directory, DeliveryProgress.NONE);
    }

    /// The same, told how far it is, and stopped on demand.
    public Delivered export(Path directory, DeliveryProgress progress) throws IOException {
        ask(directory);
        forecasts.require(forecasts.at(directory));
        return write(directory, progress);
    }

    /// The same, whatever it hits: whoever has the root's secret means it.
    ///
    /// @throws RefusedException if this is not the root's secret, and it hits something
    /// @throws IOException as above, or if a token does not answer
    public Delivered export(Path directory, RootSecret secret, DeliveryProgress progress)
            throws RefusedException, IOException {
        ask(directory);
        forecasts.confirm(forecasts.at(directory), secret);
        return write(directory, progress);
    }

    private void ask(Path directory) throws IOException {
        homesDrive.refuse(directory);
        watch.ask(directory);
        watch.requireMaySign();
    }

    private Delivered write(Path directory, DeliveryProgress progress) throws IOException {
        var root = signatory.issuers().root().certificate().fingerprint();
        return hand(
                target(directory),
                Fitting.ANY,
                Turns.ON_THE_SPOT,
                (bundle, signatures) -> BundleWriter.write(directory, bundle, signatures, now(), root, progress),
                (bundle, written) -> new Delivered(bundle, written, leaveCheckpoint(directory)));
    }

    /// Brings a signed bundle to its place.
    ///
    /// @param <T> what there is to say of it
    interface Bringing<T> {
        T bring(Bundle bundle, ManifestSignatures signatures) throws IOException;
    }

    /// Asks whether a bundle can go on its way at all. One that cannot has used up no number.
    @FunctionalInterface
    interface Fitting {
        Fitting ANY = _ -> {};

        void require(Bundle bundle) throws IOException;
    }

    /// Leaves the signed orders of a bundle at a broker.
    interface Leaving {
        Bundle leave(Bundle bundle, byte[] message) throws IOException;
    }

    /// A bundle and what signs its manifest.
    private record Signed(Bundle bundle, ManifestSignatures signatures) {}

    /// Signs what is due and a bundle, brings it to its place and records that.
    ///
    /// @param target what the place is called in the records
    /// @param fitting whether it can go there
    /// @param turns while it is brought there, others may work on the home
    /// @param outcome is made when all is recorded, in the last turn
    <T, R> R hand(String target, Fitting fitting, Turns turns, Bringing<T> bringing, BiFunction<Bundle, T, R> outcome)
            throws IOException {
        try (var spool = new Spool()) {
            var signed = turns.take(() -> sign(target, fitting, spool));
            var bundle = signed.bundle();
            var brought = bringing.bring(bundle, signed.signatures());
            return turns.take(() -> {
                commits.commit(() -> {
                    book.delivered(bundle.number(), now());
                    journal.append(Note.of("bundle.deliver").fact("bundle", bundle.number()));
                    return bundle;
                });
                return outcome.apply(bundle, brought);
            });
        }
    }

    private Signed sign(String target, Fitting fitting, Spool spool) throws IOException {
        lists.signDue();
        var signer = signer();
        try (var second = openSecondSigner()) {
            var bundle = commits.commit(() -> {
                var number = book.begin(now(), target);
                journal.append(Note.of("bundle.sign").fact("bundle", number).detail("target", target));
                var made = bundles.make(number, now(), second.publicKey(), spool);
                fitting.require(made);
                book.signed(number, Fingerprint.of(made.manifest()));
                return made;
            });
            var manifest = bundle.manifest();
            return new Signed(
                    bundle, new ManifestSignatures(signatory.signManifest(manifest, signer), second.sign(manifest)));
        }
    }

    /// What a folder is called in the records.
    static String target(Path directory) {
        return directory.toAbsolutePath().normalize().toString();
    }

    /// Signs what is due, and the orders of a bundle with the lists that belong to them, and leaves them at a broker.
    ///
    /// @throws DeliveryException if they are too long for a message; no broker was asked, and no number taken
    Bundle order(String target, Turns turns, Leaving leaving) throws IOException {
        return hand(
                target,
                UrgentOrders::requireFits,
                turns,
                (bundle, _) -> {
                    var text = UrgentOrders.text(bundle);
                    return leaving.leave(bundle, turns.take(() -> signOrders(text)));
                },
                (bundle, left) -> commits.commit(() -> {
                    journal.append(Note.of("order.send").fact("bundle", bundle.number()));
                    return left;
                }));
    }

    private byte[] signOrders(byte[] text) {
        try (var second = openSecondSigner()) {
            var content = UrgentOrders.content(text, second.sign(text));
            return AttachedCms.with(content, signatory.signManifest(content, signer()));
        }
    }

    /// Signs the sums of the program that is to lie on a drive.
    byte[] signProgram(Path directory, byte[] sums) throws IOException {
        ask(directory);
        var signer = signer();
        return commits.commit(() -> {
            journal.append(Note.of("program.sign")
                    .fact("sums", Fingerprint.of(sums).hex())
                    .detail("target", target(directory)));
            return signatory.signManifest(sums, signer);
        });
    }

    /// The bundle is delivered by now, and stays so if this fails.
    private Optional<Path> leaveCheckpoint(Path directory) {
        try {
            return Optional.of(watch.leaveOn(directory));
        } catch (IOException failed) {
            LOG.warn("No checkpoint was left on {}", directory, failed);
            return Optional.empty();
        }
    }

    /// The signer is renewed with a new key in its renewal window, without the root.
    private Certificate signer() {
        return book.signer()
                .filter(signer -> now().isBefore(Lifetimes.renewFrom(signer.notBefore(), signer.notAfter())))
                .orElseGet(() -> {
                    try (var key = SoftwareKey.generate(KeyProfile.P256, random)) {
                        return commits.commit(() -> makeSigner(key));
                    }
                });
    }

    private Certificate makeSigner(SoftwareKey key) {
        var notBefore = now().minus(Lifetimes.BACKDATE);
        var services = new Role.Services();
        var end = signatory.endWithin(services, notBefore.plus(Duration.ofDays(Lifetimes.SERVICE_DAYS)));
        var certificate = signatory.signLeaf(services, new LeafDraft.ManifestLeaf(key.publicKey(), notBefore, end));
        signatory.keys().keepManifestSigner(key);
        book.signer(certificate);
        journal.append(Note.of("signer.renew")
                .fact("serial", certificate.serial().hex())
                .fact("fingerprint", certificate.fingerprint().hex())
                .fact("notAfter", certificate.notAfter().toString()));
        return certificate;
    }

    /// Made once and kept for ever, since hubs know it by its hash. Whoever gets it closes it.
    private MlDsaKey openSecondSigner() {
        return book.openSecondSigner().orElseGet(() -> {
            var key = MlDsaKey.generate(random);
            return commits.commit(() -> {
                book.keepSecondSigner(key);
                journal.append(Note.of("signer.second")
                        .fact("algorithm", MlDsaKey.ALGORITHM)
                        .fact(
                                "key",
                                Fingerprint.of(MlDsaKey.spki(key.publicKey())).hex()));
                return key;
            });
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /// A bundle that lies on a drive and was read back.
    ///
    /// @param checkpoint where the journal's newest checkpoint lies beside it; empty if it could not be left there
    public record Delivered(Bundle bundle, WrittenBundle written, Optional<Path> checkpoint) {}
}
