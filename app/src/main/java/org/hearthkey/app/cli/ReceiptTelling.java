package org.hearthkey.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.hearthkey.app.text.ProbeWords;
import org.hearthkey.core.deliver.Receipt;
import org.hearthkey.core.deliver.ReceiptVerdict;
import org.hearthkey.core.deliver.Receipts.Read;
import org.hearthkey.core.deliver.SaidResult;

/// Says what hubs say.
final class ReceiptTelling {
    private final Session session;

    ReceiptTelling(Session session) {
        this.session = session;
    }

    List<String> lines(List<Read> receipts) {
        var lines = new ArrayList<String>();
        var probes = ProbeWords.in(session.words().locale());
        for (var read : receipts) {
            lines.add(line(read));
            if (read.verdict() instanceof ReceiptVerdict.Sound(var said) && said.wentByFirst()) {
                lines.add(session.words().text("receipt.first-only", read.hub()));
            }
            seen(read).map(result -> probes.explain(result).toString()).forEach(lines::add);
            if (read.otherProbeKey()) {
                lines.add(session.words().text("receipt.other-key", read.hub()));
            }
        }
        return lines;
    }

    /// What the hub saw when it tried listeners.
    private static Stream<SaidResult> seen(Read read) {
        return read.verdict() instanceof ReceiptVerdict.Sound(var said) ? SaidResult.of(said).stream() : Stream.empty();
    }

    private String line(Read read) {
        var words = session.words();
        return switch (read.verdict()) {
            case ReceiptVerdict.Sound(var said) -> {
                var at = session.dates().dayAndTime(said.time());
                yield said.state() == Receipt.State.TAKEN
                        ? words.text("receipt.taken", read.hub(), said.bundleNumber(), at)
                        : words.text("receipt.refused", read.hub(), said.bundleNumber(), at, said.why());
            }
            case ReceiptVerdict.Unsound(var reason) -> words.text(key(reason), read.hub());
        };
    }

    private static String key(ReceiptVerdict.Reason reason) {
        return switch (reason) {
            case SIGNATURE -> "receipt.unsound.signature";
            case MALFORMED -> "receipt.unsound.malformed";
            case HOME -> "receipt.unsound.home";
            case HUB -> "receipt.unsound.hub";
            case OLDER -> "receipt.unsound.older";
            case BUNDLE -> "receipt.unsound.bundle";
        };
    }

    static Map<String, Object> document(Read read) {
        var document = new LinkedHashMap<String, Object>();
        document.put("hub", read.hub().text());
        switch (read.verdict()) {
            case ReceiptVerdict.Sound(var said) -> {
                document.put("sound", true);
                document.put("state", said.state().name().toLowerCase(Locale.ROOT));
                document.put("bundleNumber", said.bundleNumber());
                document.put("time", said.time().toString());
                document.put("why", said.why());
                said.second().ifPresent(second -> document.put("secondSignature", second.code()));
                document.put(
                        "listeners", seen(read).map(ReceiptTelling::document).toList());
            }
            case ReceiptVerdict.Unsound(var reason) -> {
                document.put("sound", false);
                document.put("why", reason.code());
            }
        }
        document.put("otherProbeKey", read.otherProbeKey());
        return document;
    }

    private static Map<String, Object> document(SaidResult result) {
        var document = new LinkedHashMap<String, Object>();
        document.put("zone", result.listener().zone().text());
        document.put("listener", result.listener().address().text());
        document.put("at", result.at().toString());
        document.put("crlNumber", result.list().toString());
        document.put("outcome", result.outcome().code());
        return document;
    }
}
