package org.hearthkey.app.text;

import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.name.ZoneName;

/// What is said of a device wherever it is spoken of.
public final class DeviceWords {
    private final Words words;

    public DeviceWords(Words words) {
        this.words = words;
    }

    /// What a certificate lets a device do, in one sentence.
    public String may(ZoneName zone, DnsName address) {
        return words.text("device.may.sentence", zone.display(), address.text());
    }

    /// What a kind of code is, such as `A Thread code that holds the secret for joining`.
    public String code(String kind) {
        return Words.of("commands", words.locale()).text("scan.kind." + kind);
    }

    /// Why something was revoked, as the owner said it.
    public String reason(Reason reason) {
        return words.text(
                switch (reason) {
                    case UNSPECIFIED -> "device.unspecified.reason";
                    case KEY_COMPROMISE -> "device.compromised.reason";
                    case AFFILIATION_CHANGED -> "device.other-owner.reason";
                    case SUPERSEDED -> "device.replaced.reason";
                    case CESSATION_OF_OPERATION -> "device.unused.reason";
                    case PRIVILEGE_WITHDRAWN -> "device.unwelcome.reason";
                    case CERTIFICATE_HOLD -> "device.hold.reason";
                    case CA_COMPROMISE, AA_COMPROMISE -> "device.issuer.reason";
                });
    }
}
