package org.hearthkey.app.ui.approve;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hearthkey.app.text.MakerWords;
import org.hearthkey.core.attest.Shown;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.scan.Code;
import org.hearthkey.core.scan.DppCode;
import org.hearthkey.core.scan.Proof;

/// What a device says of itself, on its label and in its request. Nothing of it is proven here.
///
/// @param maker files by which its maker vouches for it
record Claim(Optional<Code> label, Optional<CertificateRequest> request, List<Shown> maker) {
    static final Claim NOTHING = new Claim(Optional.empty(), Optional.empty(), List.of());

    Claim {
        maker = List.copyOf(maker);
    }

    /// With this as well; a second label or request takes the place of the first.
    Claim with(Found found) {
        return switch (found) {
            case Found.Label(var _, var code) -> new Claim(Optional.of(code), request, maker);
            case Found.Request(var _, var sent) -> new Claim(label, Optional.of(sent.request()), maker);
            case Found.Part _, Found.Useless _ -> this;
        };
    }

    Claim withoutRequest() {
        return new Claim(label, Optional.empty(), maker);
    }

    /// With these files of its maker as well; each counts once.
    Claim vouched(List<Shown> files) {
        var all = Stream.concat(maker.stream(), files.stream()).distinct().toList();
        return new Claim(label, request, all);
    }

    Claim without(Shown file) {
        var others = maker.stream().filter(each -> !each.equals(file)).toList();
        return new Claim(label, request, others);
    }

    /// Whether neither a label nor a request was shown.
    boolean isSilent() {
        return label.isEmpty() && request.isEmpty();
    }

    /// What it calls itself.
    Optional<String> name() {
        return request.flatMap(CertificateRequest::commonName).filter(name -> !name.isBlank());
    }

    Optional<String> model() {
        return label.flatMap(code -> code.said().model());
    }

    /// The model where it is a name and not a maker's number for it: nobody calls a device by that.
    Optional<String> nameOfModel() {
        return model().filter(model -> !MakerWords.isNumber(model));
    }

    /// What sort of device it says it is, as the form would have it written.
    Optional<String> type() {
        return label.flatMap(code -> code.said().type())
                .map(type -> type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1));
    }

    Optional<String> serialNumber() {
        return request.flatMap(CertificateRequest::serialNumber)
                .or(() -> label.flatMap(code -> code.said().serial()));
    }

    /// The key that it shows, else the one that its label names.
    Optional<Fingerprint> key() {
        return request.map(sent -> sent.publicKey().hash()).or(() -> label.flatMap(Code::keyHash));
    }

    /// Whether the label names the key that the device has to show.
    boolean bindsKey() {
        return label.flatMap(Code::keyHash).isPresent();
    }

    /// Whether the code on the label can pair the device, so that it needs no certificate. A device that made a request can
    /// hold one.
    boolean mayPair() {
        return request.isEmpty()
                && label.filter(code ->
                                Set.of(Proof.BINDS_KEY, Proof.BINDS_SECRET).contains(code.proof()))
                        .filter(code -> code.keyHash().isEmpty() || isForWifi())
                        .isPresent();
    }

    /// Whether pairing by its code is all that such a device usually knows: its label names no key for a certificate.
    boolean isUsuallyPaired() {
        return mayPair() && !isForWifi();
    }

    /// Whether the label is one for joining a Wi-Fi, whose key usually serves nothing else.
    boolean isForWifi() {
        return label.filter(DppCode.class::isInstance).isPresent();
    }
}
