package org.hearthkey.app.ui.approve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hearthkey.app.camera.QrPicture;
import org.hearthkey.app.label.Reading;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.scan.Code;
import org.hearthkey.core.scan.CodeReader;
import org.hearthkey.core.scan.RequestCode;
import org.hearthkey.core.scan.Scan;

/// What somebody dropped, chose, pasted or typed, once it was looked at.
sealed interface Offer {
    /// The code on a label.
    record Label(Code code) implements Offer {}

    /// The device's certificate request.
    record Request(CertificateRequest request) implements Offer {}

    /// A text that is a well-formed code of several kinds.
    record Several(List<Code> codes) implements Offer {}

    /// Neither, and why.
    record Nothing(Finding why) implements Offer {}

    /// Looks at a file: a picture of a code, or a code or request itself. Takes up to some seconds.
    ///
    /// @throws IOException if the file cannot be read, or is a damaged picture
    static Offer of(Path file) throws IOException {
        return of(Reading.ofFile(file));
    }

    /// Looks for a code in a picture. Takes up to some seconds.
    static Offer of(QrPicture picture) {
        return of(Reading.ofPicture(picture.texts()));
    }

    /// Reads a code that was typed or pasted. Space around it is the keyboard's, not the code's.
    static Offer ofTyped(String text) {
        return of(Reading.of(CodeReader.read(text.strip())));
    }

    static Offer of(Reading read) {
        var reading = read.unpacked();
        if (reading.scan() instanceof Scan.Ambiguous(var codes)) {
            return new Several(codes);
        }
        return reading.code()
                .map(Offer::of)
                .orElseGet(() -> new Nothing(reading.findings().getFirst()));
    }

    /// A code that reads well.
    static Offer of(Code code) {
        return code instanceof RequestCode(var request) ? new Request(request) : new Label(code);
    }
}
