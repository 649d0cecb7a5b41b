package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.label.Reading;
import org.hearthkey.app.label.RequestFile;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.scan.Code;
import org.hearthkey.core.scan.RequestCode;

/// What a device shows of itself: the code on its label and the request that it made.
final class Evidence {
    private final Session session;

    Evidence(Session session) {
        this.session = session;
    }

    /// Adds what was shown to an application.
    Application add(Optional<Reading> label, Optional<Path> csr, Application application)
            throws StoppedException, IOException {
        var complete = csr.isPresent() ? application.request(request(csr.get())) : application;
        if (label.isEmpty()) {
            return complete;
        }
        var code = code(label.get());
        if (!(code instanceof RequestCode(var request))) {
            return complete.label(code);
        }
        if (csr.isPresent()) {
            throw new StoppedException(Exit.MISUSED, session.words().text("approve.two-requests"));
        }
        return complete.request(request);
    }

    private Code code(Reading read) throws StoppedException {
        var reading = read.unpacked();
        return reading.code().orElseThrow(() -> session.findings().refusal(reading.findings()));
    }

    /// Reads a certificate request.
    CertificateRequest request(Path file) throws StoppedException, IOException {
        return RequestFile.read(file)
                .request()
                .orElseThrow(() -> session.findings().refusal(List.of(RequestFile.UNREADABLE)));
    }
}
