package org.hearthkey.core.authority;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Chain;
import org.hearthkey.core.certificate.Der;
import org.hearthkey.core.certificate.DetachedCms;
import org.hearthkey.core.certificate.Lint;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.SoftwareKey;

/// Signs with throw-away keys what a real issuer is about to sign, and has it read by the JDK's validator and our lint.
/// What a second implementation refuses is never signed for real.
///
/// The copy of an issuer is made once and kept, so that a thousand devices cost a thousand signatures more, not a
/// thousand hierarchies.
final class Rehearsal {
    /// A home has some dozen issuers; the bound only keeps a landlord's memory flat.
    private static final int MOST_STAGES = 64;

    private static final int SLICE = 2_500;

    private final Profiles profiles;
    private final SecureRandom random;
    private final Map<Der, Stage> stages = new LinkedHashMap<>();
    private final SoftwareKey probeKey;

    Rehearsal(Profiles profiles, SecureRandom random) {
        this.profiles = profiles;
        this.random = random;
        this.probeKey = SoftwareKey.generate(KeyProfile.P256, random);
    }

    void leaf(Certificate issuer, Draft draft) {
        var stage = stage(issuer);
        var leaf = draft.signedBy(stage.key());
        var complaints = new Complaints();
        complaints.add(Lint.certificate(leaf));
        complaints.unlessAccepted(
                stage.chain(leaf), stage.root(), draft.validity().momentWithin(issuer));
        complaints.throwIfAny();
    }

    /// Under the rehearsed list, a certificate with a listed number must be refused and one with another must pass.
    void list(Certificate issuer, CrlDraft draft) {
        var stage = stage(issuer);
        var name = Profiles.subjectOf(issuer);
        var list = new ListDraft(name, draft).signedBy(stage.key());
        var complaints = new Complaints();
        complaints.add(Lint.crl(list));
        // The JDK refuses what was revoked before the moment asked about, so ask about the first second after.
        var at = draft.thisUpdate().plusSeconds(1);
        var validity = new Validity(draft.thisUpdate(), at);
        var probe = profiles.probe(name, validity, probeKey.publicKey());
        var unlisted = new Chain(probe.signedBy(stage.key()));
        unlisted.complaint(stage.issuer(), at, List.of(list))
                .ifPresent(c -> complaints.add("An unlisted certificate is refused: " + c));
        draft.entries().stream().findFirst().ifPresent(entry -> {
            var listed = new Chain(probe.withSerial(entry.serial()).signedBy(stage.key()));
            complaints.unlessRefused(
                    "A listed certificate", "REVOKED", listed.complaint(stage.issuer(), at, List.of(list)));
        });
        complaints.throwIfAny();
    }

    /// The same in slices: every entry is read by the JDK and our lint, and no more than a slice of them is in memory.
    ///
    /// @param draft the first list that names them
    EntryRun run(Certificate issuer, CrlDraft draft, EntrySource entries) {
        var run = new EntryRun.Maker();
        var slice = new ArrayList<RevokedEntry>();
        entries.each(entry -> {
            run.add(entry);
            slice.add(entry);
            if (slice.size() == SLICE) {
                list(issuer, draft.with(slice));
                slice.clear();
            }
        });
        if (!slice.isEmpty()) {
            list(issuer, draft.with(slice));
        }
        return run.run();
    }

    /// The signature over `content` must be accepted under the root of the signer's issuer.
    void detached(Certificate issuer, Certificate signer, CmsDraft draft) {
        var stage = stage(issuer);
        try (var key = SoftwareKey.generate(KeyProfile.P256, random)) {
            var copy = Draft.copyOf(signer, key.publicKey()).signedBy(stage.key());
            var signature = draft.signedBy(key, copy, List.of(stage.issuer()));
            var complaints = new Complaints();
            switch (DetachedCms.verify(signature, draft.content(), stage.root(), draft.at())) {
                case DetachedCms.Signed _ -> {}
                case DetachedCms.Refused(var why) -> complaints.add(why);
            }
            complaints.throwIfAny();
        }
    }

    /// The signature over `content` must be accepted as that of a root like this.
    void byRoot(Certificate root, CmsDraft draft) {
        try (var key = SoftwareKey.generate(KeyProfile.P384, random)) {
            var copy = Draft.copyOf(root, key.publicKey()).signedBy(key);
            var complaints = new Complaints();
            switch (DetachedCms.verifyBy(copy, draft.signedBy(key, copy, List.of()), draft.content())) {
                case DetachedCms.Signed _ -> {}
                case DetachedCms.Refused(var why) -> complaints.add(why);
            }
            complaints.throwIfAny();
        }
    }

    private Stage stage(Certificate issuer) {
        if (stages.size() >= MOST_STAGES && !stages.containsKey(issuer.der())) {
            stages.remove(stages.keySet().iterator().next());
        }
        return stages.computeIfAbsent(issuer.der(), _ -> Stage.of(issuer, profiles, random));
    }
}
