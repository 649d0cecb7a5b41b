package org.hearthkey.core.probe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.hearthkey.core.probe.Verdict.Reason;
import org.hearthkey.core.probe.Verdict.Trouble;

/// Tries a web server: a whole request and the head of its answer.
///
/// nginx lets every certificate through the handshake and refuses in HTTP, without a word why. So a hub adds the line
/// `X-SSL-Client-Verify` with nginx's own `$ssl_client_verify`, such as `FAILED:certificate revoked`.
final class HttpsTrial implements Trial {
    private static final String VERIFY = "x-ssl-client-verify:";
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");
    private static final int MOST_BYTES = 32 << 10;

    private final TlsDoor door;
    private final Duration patience;

    HttpsTrial(TlsDoor door, Duration patience) {
        this.door = door;
        this.patience = patience;
    }

    @Override
    public Verdict attempt(ProbeIdentity identity) {
        var deadline = Deadline.in(patience);
        TlsDialog dialog;
        try {
            dialog = door.enter(identity, deadline);
        } catch (IOException failed) {
            return Failing.verdict(failed, false);
        }
        try {
            dialog.write(request().getBytes(ISO_8859_1));
            var verdict = verdict(head(dialog));
            dialog.close();
            return verdict;
        } catch (IOException failed) {
            dialog.closeAfter(failed);
            return Failing.verdict(failed, true);
        }
    }

    private String request() {
        return "GET " + door.address().path() + " HTTP/1.1\r\nHost: "
                + door.address().hostAndPort()
                + "\r\nUser-Agent: hearthkey\r\nConnection: close\r\n\r\n";
    }

    private static String head(TlsDialog dialog) throws IOException {
        var head = new StringBuilder();
        while (head.length() < MOST_BYTES) {
            head.append((char) dialog.read());
            if (head.length() >= 4 && head.indexOf("\r\n\r\n", head.length() - 4) >= 0) {
                return head.toString();
            }
        }
        throw new SSLException("Not an answer of HTTP");
    }

    private static Verdict verdict(String head) {
        var lines = head.split("\r\n", -1);
        var status = STATUS.matcher(lines[0]);
        if (!status.matches()) {
            return new Verdict.Unreachable(Trouble.ANOTHER_PROTOCOL);
        }
        var said = Pattern.compile("\r\n")
                .splitAsStream(head)
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(VERIFY))
                .map(line -> line.substring(VERIFY.length()).strip())
                .findFirst();
        int code = Integer.parseInt(status.group(1));
        return switch (code) {
            // 495 and 496 are nginx's own, should somebody pass them on.
            case 400, 495, 496 ->
                new Verdict.Refused(said.map(OpenSslWords::reason).orElse(Reason.UNSAID));
            case 401, 403 -> new Verdict.Refused(reasonBehind(said));
            case 404, 405, 410 -> new Verdict.Accepted(); // let in, to find nothing there
            default ->
                code >= 500
                        ? new Verdict.Unreachable(Trouble.NOT_READY)
                        : code < 400 && code >= 200
                                ? new Verdict.Accepted()
                                : new Verdict.Unreachable(Trouble.ANOTHER_PROTOCOL);
        };
    }

    private static Reason reasonBehind(Optional<String> said) {
        return said.filter(word -> !word.equals("SUCCESS"))
                .map(OpenSslWords::reason)
                .orElse(Reason.NO_RIGHTS);
    }
}
