package org.hearthkey.core.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.hearthkey.core.attest.AttestationNote;
import org.hearthkey.core.attest.Grade;
import org.hearthkey.core.device.DeviceId;
import org.hearthkey.core.key.Fingerprint;
import org.jspecify.annotations.Nullable;

/// How devices were attested, in the table `attestation`.
final class KeptAttestations {
    private final Rows rows;

    KeptAttestations(Rows rows) {
        this.rows = rows;
    }

    Optional<AttestationNote> find(DeviceId device) {
        return rows.first(
                "SELECT grade, reason, certificate, anchor, at FROM attestation WHERE device = ?",
                KeptAttestations::note,
                device.toString());
    }

    /// Writes the note on a device in place of the one before.
    void write(DeviceId device, AttestationNote note) {
        rows.change("DELETE FROM attestation WHERE device = ?", device.toString());
        rows.insert(
                "INSERT INTO attestation(device, grade, reason, certificate, anchor, at) VALUES (?, ?, ?, ?, ?, ?)",
                device.toString(),
                note.grade().code(),
                note.reason(),
                note.certificate().map(Fingerprint::hex),
                note.anchor().map(Fingerprint::hex),
                note.at().getEpochSecond());
    }

    private static AttestationNote note(ResultSet row) throws SQLException {
        return new AttestationNote(
                Grade.parse(row.getString(1)).orElseThrow(() -> new IllegalStateException("A kept grade")),
                row.getString(2),
                fingerprint(row.getString(3)),
                fingerprint(row.getString(4)),
                Instant.ofEpochSecond(row.getLong(5)));
    }

    private static Optional<Fingerprint> fingerprint(@Nullable String hex) {
        return Optional.ofNullable(hex).flatMap(Fingerprint::parse);
    }
}
