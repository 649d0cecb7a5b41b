package org.hearthkey.core.probe;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.hearthkey.core.probe.Verdict.Reason;
import org.hearthkey.core.probe.Verdict.Trouble;

/// What an exchange that failed says about the listener.
final class Failing {
    /// How the JDK words an alert of the other side; it has no other way to tell.
    private static final String ALERT = "Received fatal alert: ";

    private Failing() {}

    /// @param proven whether our certificate was shown already, so that a door closed without a word closed on it
    static Verdict verdict(IOException failure, boolean proven) {
        if (failure instanceof SSLException) {
            return alert(failure)
                    .map(Failing::ofAlert)
                    .orElseGet(() -> new Verdict.Unreachable(
                            isDistrust(failure) ? Trouble.NOT_OUR_HUB : Trouble.ANOTHER_PROTOCOL));
        }
        return switch (failure) {
            case SocketTimeoutException _ -> new Verdict.Unreachable(Trouble.TOO_SLOW);
            case UnknownHostException _ -> new Verdict.Unreachable(Trouble.UNKNOWN_HOST);
            case ConnectException _ -> new Verdict.Unreachable(Trouble.NO_ANSWER);
            case EOFException _, SocketException _ ->
                proven ? new Verdict.Refused(Reason.UNSAID) : new Verdict.Unreachable(Trouble.NO_ANSWER);
            default -> new Verdict.Unreachable(Trouble.NO_ANSWER);
        };
    }

    private static Optional<String> alert(IOException failure) {
        return Optional.ofNullable(failure.getMessage())
                .filter(message -> message.contains(ALERT))
                .map(message -> message.substring(message.indexOf(ALERT) + ALERT.length()));
    }

    /// @see <a href="https://www.rfc-editor.org/rfc/rfc8446#section-6.2">RFC 8446, section 6.2</a>
    private static Verdict ofAlert(String alert) {
        return switch (alert) {
            case "certificate_revoked" -> new Verdict.Refused(Reason.REVOKED);
            // OpenSSL says so also where it has no list of the issuer, and of a list that lapsed as of a certificate.
            case "unknown_ca" -> new Verdict.Refused(Reason.UNKNOWN_ISSUER);
            case "certificate_expired" -> new Verdict.Refused(Reason.LAPSED);
            case "bad_certificate", "unsupported_certificate", "certificate_unknown" ->
                new Verdict.Refused(Reason.BAD_CERTIFICATE);
            case "access_denied" -> new Verdict.Refused(Reason.NO_RIGHTS);
            case "certificate_required" -> new Verdict.Refused(Reason.UNSAID);
            default -> new Verdict.Unreachable(Trouble.ANOTHER_PROTOCOL);
        };
    }

    /// Whether it was we who did not like the other side's certificate.
    private static boolean isDistrust(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(GeneralSecurityException.class::isInstance);
    }
}
