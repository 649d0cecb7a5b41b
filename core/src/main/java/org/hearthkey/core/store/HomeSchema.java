package org.hearthkey.core.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// The tables of a home and the kinds of record that keep them. A kind's number is never given to another table.
public final class HomeSchema {
    private static final Kind JOURNAL = new Kind(23, "journal", List.of("entry"), 1);

    private static final List<Kind> KINDS = List.of(
            new Kind(16, "home", List.of("name", "home_id", "created"), 1),
            new Kind(17, "private_key", List.of("name", "sealed"), 1),
            new Kind(18, "issuer", List.of("role", "policy_number", "added", "certificate", "twin"), 1),
            new Kind(
                    19,
                    "device",
                    List.of(
                            "uuid",
                            "name",
                            "name_key",
                            "address",
                            "zone",
                            "type",
                            "owner",
                            "location",
                            "search",
                            "added",
                            "findings",
                            "certificate",
                            "seen",
                            "seen_by"),
                    3),
            new Kind(
                    20,
                    "certificate",
                    List.of(
                            "holder",
                            "label",
                            "issuer",
                            "serial",
                            "fingerprint",
                            "spki",
                            "not_before",
                            "not_after",
                            "ends",
                            "renew_from",
                            "revoked",
                            "reason",
                            "der"),
                    1),
            new Kind(
                    21,
                    "crl",
                    List.of("issuer", "number", "this_update", "next_update", "entries", "series", "canaries"),
                    3),
            new Kind(22, "crl_piece", List.of("crl", "bytes"), 1),
            JOURNAL,
            new Kind(24, "journal_detail", List.of("salt", "details"), 1),
            new Kind(25, "delivery", List.of("begun", "target", "delivered"), 1),
            new Kind(26, "slot_note", List.of("name", "added", "token_point", "token_uri"), 2),
            new Kind(27, "token", List.of("uri", "added"), 2),
            new Kind(28, "trust_anchor", List.of("use", "fingerprint", "added", "der"), 3),
            new Kind(29, "attestation", List.of("device", "grade", "reason", "certificate", "anchor", "at"), 3),
            new Kind(30, "pairing", List.of("device", "kind", "since", "kept_at", "taken_back", "taken_back_for"), 3),
            new Kind(31, "mark", List.of("device", "sort", "value"), 3),
            new Kind(32, "setup_code", List.of("device", "kind", "kept", "sealed", "photo"), 3),
            new Kind(33, "zone_rules", List.of("zone", "set_up", "pairing", "attestation"), 3),
            new Kind(34, "pairing_window", List.of("closes"), 3),
            new Kind(35, "alarm", List.of("raised", "code", "device", "facts", "seen"), 3),
            new Kind(36, "hub", List.of("name", "address", "access", "added", "host_key"), 3),
            new Kind(37, "receipt", List.of("hub", "read", "place", "signed"), 3),
            new Kind(38, "signed_manifest", List.of("sha256"), 3),
            new Kind(42, "probe_key", List.of("hub", "spki"), 3),
            new Kind(39, "probe_certificate", List.of("zone", "prober", "list", "revoked", "ends", "der"), 3),
            new Kind(47, "retirement", List.of("device", "begun", "ended", "entry", "repurposed"), 3),
            new Kind(48, "retirement_step", List.of("device", "step", "confirmed"), 3),
            new Kind(49, "account", List.of("device", "name", "sort", "added", "removed"), 3),
            new Kind(43, "listener", List.of("hub", "zone", "address", "added"), 3),
            new Kind(
                    44,
                    "probe",
                    List.of("listener", "at", "list", "canary_serial", "canary", "control_serial", "control"),
                    3),
            new Kind(45, "withdrawn", List.of("zone", "at", "reason", "certificate"), 3),
            new Kind(46, "broker_admin", List.of("hub", "address", "user", "added"), 3),
            new Kind(
                    50,
                    "recovery_set",
                    List.of("issued", "set_identifier", "group_threshold", "groups", "slot", "drilled"),
                    3),
            new Kind(51, "recovery_sheet", List.of("share_group", "share_member", "share_threshold", "kept_at"), 3),
            new Kind(52, "crl_part", List.of("first", "last", "bytes"), 3),
            new Kind(54, "ceremony", List.of("script", "setting", "state"), 3),
            new Kind(55, "ceremony_step", List.of("ceremony", "number", "step"), 3),
            new Kind(56, "transcript", List.of("document", "signature"), 3),
            new Kind(61, "intermediate", List.of("name", "added", "certificate", "revoked", "reason"), 3),
            new Kind(57, "superseded", List.of("serial", "not_after", "at", "reason"), 3),
            new Kind(62, "adopted", List.of("issuer", "source", "at", "last_number", "certificate"), 3),
            new Kind(63, "adopted_certificate", List.of("issuer", "serial", "subject", "ends", "revoked", "reason"), 3),
            new Kind(64, "key_profile", List.of("name", "zones"), 3),
            new Kind(69, "parallel_certificate", List.of("holder", "kind", "der"), 3),
            new Kind(
                    58,
                    "rollover",
                    List.of("begun", "old_root", "new_root", "new_with_old", "old_with_new", "finished", "next_token"),
                    3),
            new Kind(60, "knows_root", List.of("device", "since"), 3),
            new Kind(72, "handed_root", List.of("device", "at"), 3),
            new Kind(73, "recertified", List.of("issuer", "serial", "not_after"), 3),
            new Kind(
                    65,
                    "waiting",
                    List.of(
                            "name",
                            "name_key",
                            "type",
                            "location",
                            "zone",
                            "address",
                            "ends",
                            "accounts",
                            "since",
                            "kind",
                            "sealed"),
                    3),
            new Kind(
                    66,
                    "sale",
                    List.of("made", "package", "proof", "devices", "codes", "ending", "receipt", "closed"),
                    3),
            new Kind(67, "received", List.of("sellers_root", "receipt"), 3),
            new Kind(68, "waiting_photo", List.of("sealed"), 3));

    private HomeSchema() {}

    /// The newest schema that this program knows.
    public static Schema newest() {
        return new Schema(3, List.of(script(1), script(2), script(3)), KINDS, Optional.of(JOURNAL));
    }

    private static String script(int number) {
        try (var sql = HomeSchema.class.getResourceAsStream("schema-" + number + ".sql")) {
            if (sql == null) {
                throw new IllegalStateException("The program lacks schema " + number);
            }
            return new String(sql.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
