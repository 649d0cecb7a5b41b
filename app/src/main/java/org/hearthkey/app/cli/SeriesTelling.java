package org.hearthkey.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.hearthkey.app.label.SeriesReading;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.frames.Progress;
import org.hearthkey.core.scan.Cargo;
import org.hearthkey.core.scan.Proof;
import org.jspecify.annotations.Nullable;

/// Tells what several codes carried together: the answer is that of `scan`, and how far the series is.
final class SeriesTelling {
    private final Session session;
    private final SeriesReading series;

    SeriesTelling(Session session, SeriesReading series) {
        this.session = session;
        this.series = series;
    }

    Exit tell() {
        session.answers().give(this::document, this::people);
        return Findings.refuse(series.findings()) ? Exit.REFUSED : Exit.DONE;
    }

    private Map<String, @Nullable Object> document() {
        var document = new LinkedHashMap<String, @Nullable Object>();
        document.put("kind", kind());
        document.put("wellFormed", series.cargo().isPresent());
        document.put("why", why());
        document.put("proof", proof().code());
        document.put("identity", identity());
        document.put("findings", session.findings().documents(series.findings()));
        document.put("series", progress());
        return document;
    }

    private String kind() {
        return series.cargo()
                .map(cargo -> switch (cargo) {
                    case Cargo.Request(var code) -> code.kind();
                    case Cargo.OneCertificate _ -> "certificate";
                    case Cargo.RevocationList _ -> "crl";
                    case Cargo.Unknown _ -> "unknown";
                })
                .orElse("unknown");
    }

    private Proof proof() {
        return series.cargo().orElse(null) instanceof Cargo.Request(var code) ? code.proof() : Proof.CARRIES;
    }

    private @Nullable String why() {
        return switch (series.progress()) {
            case Progress.Done _ -> null;
            case Progress.Waiting _ -> "no frame of a series";
            case Progress.Gathering _ -> "frames are missing";
            case Progress.Refused(var why) -> why;
        };
    }

    private Map<String, ? extends @Nullable Object> identity() {
        return series.cargo()
                .<Map<String, ? extends @Nullable Object>>map(cargo -> switch (cargo) {
                    case Cargo.Request(var code) -> code.identity();
                    case Cargo.OneCertificate(var certificate) -> identity(certificate);
                    case Cargo.RevocationList(var crl) -> identity(crl);
                    case Cargo.Unknown(var type) -> Map.of("type", type);
                })
                .orElse(Map.of());
    }

    private static Map<String, Object> identity(Certificate certificate) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("subject", certificate.subject());
        fields.put("issuer", certificate.issuer());
        fields.put("serial", certificate.serial().hex());
        fields.put("notAfter", certificate.notAfter().toString());
        fields.put("fingerprint", certificate.fingerprint().hex());
        fields.put("canonicalSpkiSha256", certificate.publicKey().hash().hex());
        return fields;
    }

    private static Map<String, Object> identity(Crl crl) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("issuer", crl.issuer());
        fields.put("crlNumber", crl.number());
        fields.put("thisUpdate", crl.thisUpdate().toString());
        fields.put("nextUpdate", crl.nextUpdate().toString());
        fields.put("entries", crl.size());
        fields.put("fingerprint", crl.fingerprint().hex());
        return fields;
    }

    private Map<String, Object> progress() {
        var fields = new LinkedHashMap<String, Object>();
        if (series.progress() instanceof Progress.Gathering(int have, int needed, var missing)) {
            fields.put("have", have);
            fields.put("needed", needed);
            fields.put("missing", missing);
        }
        fields.put("dropped", series.dropped());
        return fields;
    }

    private Stream<String> people() {
        var people = new ArrayList<String>();
        series.cargo().filter(cargo -> !(cargo instanceof Cargo.Unknown)).ifPresent(cargo -> {
            people.add(session.words().text("scan.kind." + kind()));
            identity().forEach((name, value) -> {
                if (value != null) {
                    people.add(Plain.text("  " + name + ": " + value));
                }
            });
        });
        people.addAll(session.findings().lines(series.findings()));
        return people.stream();
    }
}
