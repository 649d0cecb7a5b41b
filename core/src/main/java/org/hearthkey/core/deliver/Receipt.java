package org.hearthkey.core.deliver;

import java.math.BigInteger;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.journal.Jcs;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.name.HubName;

/// What a hub says of the bundle that it runs, and of what it tried itself.
///
/// @param bundleNumber the bundle that it runs; 0 if it never took one
/// @param manifest the SHA-256 of that bundle's `MANIFEST.json`
/// @param lists the lists that it runs
/// @param second whether it verified the second signature of that bundle, and of urgent orders that changed it; empty if it
///     never took a bundle
/// @param state whether it took the bundle that it was offered last
/// @param why it did not, in one word
public record Receipt(
        HomeId home,
        HubName hub,
        long bundleNumber,
        Optional<Fingerprint> manifest,
        List<RunList> lists,
        Optional<Second> second,
        State state,
        String why,
        Instant time,
        Optional<CertificateRequest> probeRequest,
        List<Tried> tried) {
    private static final String FORMAT = "hearthkey-receipt/2";
    private static final Set<String> FIELDS = Set.of(
            "bundleNumber",
            "format",
            "homeId",
            "hub",
            "lists",
            "manifestSha256",
            "probeRequest",
            "probes",
            "secondSignature",
            "state",
            "time",
            "why");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,48}");
    private static final Pattern WORD = Pattern.compile("[a-z0-9-]{0,32}");

    /// What became of the bundle that a hub was offered last.
    public enum State {
        TAKEN,
        REFUSED
    }

    /// What a hub made of a second signature. Verifying takes OpenSSL 3.5 there; an older one goes by the first.
    public enum Second {
        VERIFIED,
        UNVERIFIED;

        /// As scripts read it.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What became of trying a certificate.
    public enum Outcome {
        REFUSED,
        ACCEPTED,
        UNREACHABLE
    }

    /// A list that a hub runs.
    ///
    /// @param issuer `root`, `services` or a zone
    public record RunList(String issuer, BigInteger number, Instant nextUpdate) {}

    /// What a hub saw when it tried a listener, its own or another's.
    ///
    /// @param at when
    /// @param list the number of the list that revokes the canary
    public record Tried(String zone, String listener, Instant at, BigInteger list, Outcome canary, Outcome control) {}

    public Receipt {
        lists = List.copyOf(lists);
        tried = List.copyOf(tried);
    }

    /// Whether it took what it runs by the first signature alone.
    public boolean wentByFirst() {
        return second.equals(Optional.of(Second.UNVERIFIED));
    }

    /// Reads what a hub signed: canonical JSON with exactly these fields.
    public static Optional<Receipt> parse(byte[] content) {
        return Jcs.parse(content)
                .filter(document -> document.keySet().equals(FIELDS)
                        && FORMAT.equals(document.get("format"))
                        && Arrays.equals(Jcs.write(document), content))
                .flatMap(Receipt::of);
    }

    private static Optional<Receipt> of(Map<String, Object> document) {
        var home = text(document, "homeId").flatMap(HomeId::parse);
        var hub = text(document, "hub").flatMap(HubName::parse);
        var state = text(document, "state").flatMap(text -> code(State.values(), text));
        var why = text(document, "why").filter(text -> WORD.matcher(text).matches());
        var time = text(document, "time").flatMap(Receipt::instant);
        var lists = all(document, "lists", Receipt::list);
        var tried = all(document, "probes", Receipt::tried);
        var manifest = maybe(text(document, "manifestSha256"), Fingerprint::parse);
        var second = maybe(text(document, "secondSignature"), text -> code(Second.values(), text));
        var request = maybe(text(document, "probeRequest"), Receipt::request);
        return document.get("bundleNumber") instanceof Long number
                        && number >= 0
                        && home.isPresent()
                        && hub.isPresent()
                        && state.isPresent()
                        && why.isPresent()
                        && time.isPresent()
                        && lists.isPresent()
                        && tried.isPresent()
                        && manifest.isPresent()
                        && second.filter(said -> said.isPresent() == number > 0).isPresent()
                        && request.isPresent()
                ? Optional.of(new Receipt(
                        home.get(),
                        hub.get(),
                        number,
                        manifest.get(),
                        lists.get(),
                        second.get(),
                        state.get(),
                        why.get(),
                        time.get(),
                        request.get(),
                        tried.get()))
                : Optional.empty();
    }

    private static Optional<RunList> list(Map<?, ?> fields) {
        var issuer = text(fields, "issuer");
        var number = text(fields, "number").flatMap(Receipt::number);
        var nextUpdate = text(fields, "nextUpdate").flatMap(Receipt::instant);
        return issuer.isPresent() && number.isPresent() && nextUpdate.isPresent()
                ? Optional.of(new RunList(issuer.get(), number.get(), nextUpdate.get()))
                : Optional.empty();
    }

    private static Optional<Tried> tried(Map<?, ?> fields) {
        var zone = text(fields, "zone");
        var listener = text(fields, "listener");
        var list = text(fields, "list").flatMap(Receipt::number);
        var canary = text(fields, "canary").flatMap(text -> code(Outcome.values(), text));
        var control = text(fields, "control").flatMap(text -> code(Outcome.values(), text));
        var at = text(fields, "at").flatMap(Receipt::instant);
        return zone.isPresent()
                        && listener.isPresent()
                        && at.isPresent()
                        && list.isPresent()
                        && canary.isPresent()
                        && control.isPresent()
                ? Optional.of(new Tried(zone.get(), listener.get(), at.get(), list.get(), canary.get(), control.get()))
                : Optional.empty();
    }

    private static <T> Optional<List<T>> all(Map<?, ?> document, String name, Function<Map<?, ?>, Optional<T>> read) {
        if (!(document.get(name) instanceof List<?> items)) {
            return Optional.empty();
        }
        var all = new ArrayList<T>();
        for (var item : items) {
            var one = item instanceof Map<?, ?> fields ? read.apply(fields) : Optional.<T>empty();
            if (one.isEmpty()) {
                return Optional.empty();
            }
            all.add(one.get());
        }
        return Optional.of(all);
    }

    /// Empty text is nothing; other text that cannot be read is a mistake.
    @SuppressWarnings("OptionalMapToOptional") // the outer one says whether it could be read
    private static <T> Optional<Optional<T>> maybe(Optional<String> text, Function<String, Optional<T>> read) {
        return text.flatMap(there -> there.isEmpty()
                ? Optional.of(Optional.empty())
                : read.apply(there).map(Optional::of));
    }

    private static <E extends Enum<E>> Optional<E> code(E[] values, String text) {
        return Arrays.stream(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
                .findAny();
    }

    private static Optional<CertificateRequest> request(String base64) {
        try {
            return CertificateRequest.parse(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<BigInteger> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigInteger(text)) : Optional.empty();
    }

    private static Optional<String> text(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException noInstant) {
            return Optional.empty();
        }
    }
}
