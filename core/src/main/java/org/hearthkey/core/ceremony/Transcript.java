package org.hearthkey.core.ceremony;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearthkey.core.authority.IssuerBook;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.journal.Jcs;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.name.HomeName;

/// What is left of a ceremony: a document, and the root's signature under it.
public final class Transcript {
    private static final String VERSION = "hearthkey ceremony transcript 1";

    private final long ceremony;
    private final byte[] document;
    private final byte[] signature;
    private final Content content;

    /// @param document canonical JSON, as `docs/formats/ceremony.md` says
    /// @param signature CMS, detached, in DER
    public Transcript(long ceremony, byte[] document, byte[] signature) {
        this.ceremony = ceremony;
        this.document = document.clone();
        this.signature = signature.clone();
        content = Content.read(document);
    }

    /// The id of the ceremony.
    public long ceremony() {
        return ceremony;
    }

    /// Canonical JSON.
    public byte[] document() {
        return document.clone();
    }

    /// CMS, detached, in DER.
    public byte[] signature() {
        return signature.clone();
    }

    public Content content() {
        return content;
    }

    /// By which the journal knows it.
    public Fingerprint fingerprint() {
        return Fingerprint.of(document);
    }

    /// A key that the home had when the ceremony ended.
    ///
    /// @param role `root`, `services` or the name of a zone
    /// @param fingerprint of its certificate
    public record Key(String role, Fingerprint fingerprint) {}

    /// A step as it went.
    ///
    /// @param asked what was to be written down
    /// @param act its code; empty where the program did nothing
    public record Step(String title, String act, List<String> asked, Done done) {
        public Step {
            asked = List.copyOf(asked);
        }
    }

    /// What it says.
    ///
    /// @param script SHA-256 of the script
    public record Content(
            String title,
            Fingerprint script,
            HomeName home,
            HomeId homeId,
            List<Key> keys,
            Setting setting,
            Instant ended,
            List<Step> steps) {
        public Content {
            keys = List.copyOf(keys);
            steps = List.copyOf(steps);
        }

        static Content of(Ceremony ceremony, HomeName name, HomeId id, IssuerBook issuers, Instant ended) {
            var keys = new ArrayList<>(List.of(
                    key("root", issuers.root().certificate()),
                    key("services", issuers.services().certificate())));
            for (Zone zone : issuers.zones()) {
                keys.add(key(zone.name().text(), zone.issuer().certificate()));
            }
            var script = ceremony.script();
            var steps = ceremony.done().stream()
                    .map(done -> step(script.steps().get(done.number() - 1), done))
                    .toList();
            return new Content(script.title(), script.fingerprint(), name, id, keys, ceremony.setting(), ended, steps);
        }

        private static Key key(String role, Certificate certificate) {
            return new Key(role, certificate.fingerprint());
        }

        private static Step step(Script.Step step, Done done) {
            return new Step(step.title(), step.act().map(Act::code).orElse(""), step.write(), done);
        }

        /// Everything that was not done as the script or the air check would have had it.
        public List<String> overruled() {
            var all = new ArrayList<>(setting.overruled());
            steps.stream()
                    .map(Step::done)
                    .filter(done -> done.result() == Done.Result.LEFT_OUT)
                    .forEach(done -> all.add("step " + done.number()));
            return all;
        }

        byte[] document() {
            var document = new LinkedHashMap<String, Object>(setting.document());
            document.put("transcript", VERSION);
            document.put("title", title);
            document.put("script", script.hex());
            document.put("home", home.text());
            document.put("homeId", homeId.text());
            document.put("rehearsal", homeId.isRehearsal());
            document.put("ended", ended.toString());
            document.put(
                    "keys",
                    keys.stream()
                            .map(key -> Map.of(
                                    "role", key.role(),
                                    "sha256", key.fingerprint().hex(),
                                    "words", key.fingerprint().words().toString()))
                            .toList());
            document.put("steps", steps.stream().map(Content::document).toList());
            return Jcs.write(document);
        }

        private static Map<String, Object> document(Step step) {
            var document = new LinkedHashMap<String, Object>(step.done().document());
            document.put("title", step.title());
            document.put("act", step.act());
            document.put("asked", step.asked());
            return document;
        }

        static Content read(byte[] document) {
            var fields = Fields.read(document);
            return new Content(
                    fields.text("title"),
                    fingerprint(fields.text("script")),
                    new HomeName(fields.text("home")),
                    new HomeId(fields.text("homeId")),
                    fields.inners("keys").stream()
                            .map(key -> new Key(key.text("role"), fingerprint(key.text("sha256"))))
                            .toList(),
                    Setting.of(fields),
                    fields.instant("ended"),
                    fields.inners("steps").stream()
                            .map(step ->
                                    new Step(step.text("title"), step.text("act"), step.texts("asked"), Done.of(step)))
                            .toList());
        }

        private static Fingerprint fingerprint(String hex) {
            return Fingerprint.parse(hex).orElseThrow(() -> new IllegalStateException("A kept transcript"));
        }
    }
}
