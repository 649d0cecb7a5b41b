package org.hearthkey.app.ui.approve;

import java.util.Optional;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.scan.Code;
import org.hearthkey.core.scan.DppCode;

/// What a device says of itself, on its label and in its request. Nothing of it is proven here.
record Claim(Optional<Code> label, Optional<CertificateRequest> request) {
    static final Claim NOTHING = new Claim(Optional.empty(), Optional.empty());

    /// With this as well; a second label or request takes the place of the first.
    Claim with(Offer offer) {
        return switch (offer) {
            case Offer.Label(var code) -> new Claim(Optional.of(code), request);
            case Offer.Request(var sent) -> new Claim(label, Optional.of(sent));
            case Offer.Nothing _ -> this;
        };
    }

    Claim withoutRequest() {
        return new Claim(label, Optional.empty());
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

    Optional<String> vendor() {
        return label.flatMap(code -> code.said().maker());
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

    /// Whether the label is one for joining a Wi-Fi, whose key usually serves nothing else.
    boolean isForWifi() {
        return label.filter(DppCode.class::isInstance).isPresent();
    }
}
