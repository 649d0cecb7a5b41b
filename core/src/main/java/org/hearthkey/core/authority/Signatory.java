package org.hearthkey.core.authority;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.key.SigningKey;
import org.hearthkey.core.seal.RefusedException;

/// Signs with the home's own issuers: opens the issuer's key for one signature and forgets it. The one place that asks
/// whether the home may sign at all: every signature throws `BlockedException` while it may not.
public final class Signatory {
    private final IssuerBook issuers;
    private final Keyring keys;
    private final Authority authority;
    private final SecureRandom random;
    private final Permit permit;

    /// A signatory that asks `permit` before each signature.
    public Signatory(IssuerBook issuers, Keyring keys, Authority authority, SecureRandom random, Permit permit) {
        this.permit = permit;
        this.issuers = issuers;
        this.keys = keys;
        this.authority = authority;
        this.random = random;
    }

    public IssuerBook issuers() {
        return issuers;
    }

    public Keyring keys() {
        return keys;
    }

    /// The root key for one act that signs with it.
    ///
    /// @throws RefusedException wrong-secret, or damaged
    /// @throws IOException if a token does not answer
    public OpenRoot openRoot(RootSecret secret) throws RefusedException, IOException {
        permit.require();
        return unlockRoot(secret);
    }

    private OpenRoot unlockRoot(RootSecret secret) throws RefusedException, IOException {
        var root = issuers.root().certificate();
        return switch (secret) {
            case RootSecret.Opening(var opening) -> OpenRoot.of(root, keys.openRoot(opening));
            case RootSecret.OnToken(var key) -> OpenRoot.of(root, key);
        };
    }

    /// The root key for an act that asks for the root's secret and issues nothing. A token signs a nonce.
    ///
    /// @throws RefusedException wrong-secret, or damaged
    /// @throws IOException if a token does not answer
    public OpenRoot proveRoot(RootSecret secret) throws RefusedException, IOException {
        var root = unlockRoot(secret);
        return switch (secret) {
            case RootSecret.Opening _ -> root;
            case RootSecret.OnToken _ -> root.proven(random);
        };
    }

    /// A certificate below the services or a zone.
    public Certificate signLeaf(Role role, LeafDraft draft) {
        try (var key = keys.open(role)) {
            return signLeaf(role, key, draft);
        }
    }

    /// A certificate below the services or a zone, with a key that is open already.
    public Certificate signLeaf(Role role, SigningKey key, LeafDraft draft) {
        permit.require();
        return authority.signLeaf(issuers.issuer(role), key, draft);
    }

    /// Entries for lists of an issuer, rehearsed; see [Authority#prepare].
    public EntryRun prepare(Role role, CrlDraft first, EntrySource entries) {
        return authority.prepare(issuers.issuer(role), first, entries);
    }

    /// A list with a key that is open already; see [Authority#signEnds].
    public SignedEnds signEnds(Role role, SigningKey key, CrlDraft draft, List<EntryRun> prepared) {
        permit.require();
        return authority.signEnds(issuers.issuer(role), key, draft, prepared);
    }

    /// A detached CMS signature by the signer of bundles, with its chain inside.
    public byte[] signManifest(byte[] manifest, Certificate signer) {
        permit.require();
        try (var key = keys.openManifestSigner()) {
            return authority.signDetached(
                    manifest, key, signer, List.of(issuers.services().certificate()));
        }
    }

    /// A detached CMS signature by the root itself, under what was done with it.
    public byte[] signTranscript(byte[] document, OpenRoot root) {
        permit.require();
        return authority.signByRoot(document, root, issuers.root().certificate());
    }

    /// `wanted`, or the end of the chain above a leaf of `role` if that is earlier.
    public Instant endWithin(Role role, Instant wanted) {
        var chainEnd = issuers.chainEnd(role);
        return wanted.isBefore(chainEnd) ? wanted : chainEnd;
    }
}
