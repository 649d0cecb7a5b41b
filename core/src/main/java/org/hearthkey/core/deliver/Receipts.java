package org.hearthkey.core.deliver;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hearthkey.core.certificate.AttachedCms;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.certificate.Der;
import org.hearthkey.core.certificate.ProofOfPossession;
import org.hearthkey.core.deliver.ReceiptBook.Kept;
import org.hearthkey.core.deliver.ReceiptVerdict.Reason;
import org.hearthkey.core.deliver.ReceiptVerdict.Sound;
import org.hearthkey.core.deliver.ReceiptVerdict.Unsound;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.transport.LocalTransport;
import org.hearthkey.core.transport.Transport;

/// Reads what hubs say of what they took, where they left it: on a stick, in a folder, at their own place.
public final class Receipts {
    private static final Path FOLDER = Path.of("hearthkey-receipts");
    private static final String END = ".p7m";
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_RECEIPTS = 64;

    private final HomeId home;
    private final ReceiptBook book;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;

    public Receipts(HomeId home, ReceiptBook book, Journal journal, Commits commits, InstantSource clock) {
        this.home = home;
        this.book = book;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
    }

    /// A receipt that lay somewhere.
    ///
    /// @param news whether it says what was not known
    /// @param otherProbeKey the hub asks for certificates for another key than before: it was set up anew, or somebody
    ///     passes for it. The key is not taken
    public record Read(HubName hub, ReceiptVerdict verdict, boolean news, boolean otherProbeKey) {}

    /// What a hub said last of what it runs, and is believed.
    public Optional<Kept> newest(HubName hub) {
        return book.believed(hub).stream().findFirst();
    }

    /// The keys with which hubs try their listeners, as they first said.
    public List<ReceiptBook.ProbeKey> probeKeys() {
        return book.probeKeys();
    }

    /// Reads all receipts in a folder of this machine: a stick that comes back.
    ///
    /// @throws IOException if the drive cannot be read
    public List<Read> readFrom(Path directory) throws IOException {
        var folder = directory.resolve(FOLDER);
        var transport = new LocalTransport();
        var names = new TreeSet<HubName>(Comparator.comparing(HubName::text));
        transport.walk(folder, 1, item -> {
            name(item).ifPresent(names::add);
            return names.size() < MOST_RECEIPTS;
        });
        var all = new ArrayList<Read>();
        for (var hub : names) {
            all.add(take(hub, content(transport, folder.resolve(hub + END)), directory.toString()));
        }
        return all;
    }

    private static Optional<HubName> name(Transport.Item item) {
        var file = item.path().getFileName().toString().toLowerCase(Locale.ROOT);
        return item.kind() == Transport.Item.Kind.FILE && file.endsWith(END)
                ? HubName.parse(file.substring(0, file.length() - END.length()))
                : Optional.empty();
    }

    /// Reads the receipt of one hub at its own place, if there is one.
    ///
    /// @throws IOException if the place cannot be read
    Optional<Read> readFrom(Transport place, Path top, Hub hub, Turns turns) throws IOException {
        var file = top.resolve(FOLDER).resolve(hub.name() + END);
        if (!place.exists(file)) {
            return Optional.empty();
        }
        var signed = content(place, file);
        return Optional.of(
                turns.take(() -> take(hub.name(), signed, hub.address().uri())));
    }

    private static byte[] content(Transport place, Path file) throws IOException {
        var content = place.read(file, MOST_BYTES).content();
        var bytes = new byte[content.remaining()];
        content.get(bytes);
        return bytes;
    }

    /// Judges a receipt and keeps it if it is sound.
    Read take(HubName hub, byte[] signed, String place) {
        var verdict = judge(hub, signed);
        if (!(verdict instanceof Sound(var receipt))) {
            return new Read(hub, verdict, false, false);
        }
        boolean other = isOtherProbeKey(hub, receipt);
        boolean known = newest(hub)
                .filter(kept -> kept.signed().equals(new Der(signed)))
                .isPresent();
        if (!known) {
            commits.commit(() -> keep(hub, receipt, new Der(signed), place, other));
        }
        return new Read(hub, verdict, !known, other);
    }

    private Receipt keep(HubName hub, Receipt receipt, Der signed, String place, boolean otherProbeKey) {
        book.keep(hub, new Kept(receipt, clock.instant().truncatedTo(ChronoUnit.SECONDS), place, signed));
        journal.append(Note.of("receipt.read")
                .fact("bundle", receipt.bundleNumber())
                .fact("state", receipt.state().name().toLowerCase(Locale.ROOT))
                .detail("hub", hub.text()));
        if (otherProbeKey) {
            journal.append(Note.of("hub.probe-key").detail("hub", hub.text()));
        } else {
            provenRequest(receipt).ifPresent(request -> book.probeKey(hub, request.publicKey()));
        }
        return receipt;
    }

    private boolean isOtherProbeKey(HubName hub, Receipt receipt) {
        var known = book.probeKey(hub);
        return known.isPresent()
                && provenRequest(receipt)
                        .filter(request -> !request.publicKey().equals(known.get()))
                        .isPresent();
    }

    private static Optional<CertificateRequest> provenRequest(Receipt receipt) {
        return receipt.probeRequest().filter(request -> request.proof() == ProofOfPossession.PROVEN);
    }

    private ReceiptVerdict judge(HubName hub, byte[] signed) {
        if (!(AttachedCms.open(signed, book.certificates(hub)) instanceof AttachedCms.Signed(var content, var _))) {
            return new Unsound(Reason.SIGNATURE);
        }
        var receipt = Receipt.parse(content.bytes());
        if (receipt.isEmpty()) {
            return new Unsound(Reason.MALFORMED);
        }
        return objection(hub, receipt.get())
                .<ReceiptVerdict>map(Unsound::new)
                .orElseGet(() -> new Sound(receipt.get()));
    }

    private Optional<Reason> objection(HubName hub, Receipt receipt) {
        if (!receipt.home().equals(home)) {
            return Optional.of(Reason.HOME);
        }
        if (!receipt.hub().equals(hub)) {
            return Optional.of(Reason.HUB);
        }
        if (receipt.bundleNumber() > 0
                && (receipt.manifest().isEmpty()
                        || !receipt.manifest().equals(book.manifest(receipt.bundleNumber())))) {
            return Optional.of(Reason.BUNDLE);
        }
        return newest(hub).filter(last -> isOlder(receipt, last.receipt())).map(_ -> Reason.OLDER);
    }

    private static boolean isOlder(Receipt receipt, Receipt last) {
        var before = numbers(last);
        return receipt.bundleNumber() < last.bundleNumber()
                || receipt.time().isBefore(last.time())
                || numbers(receipt).entrySet().stream()
                        .anyMatch(list ->
                                list.getValue().compareTo(before.getOrDefault(list.getKey(), BigInteger.ZERO)) < 0);
    }

    private static Map<String, BigInteger> numbers(Receipt receipt) {
        return receipt.lists().stream()
                .collect(Collectors.toMap(
                        Receipt.RunList::issuer, Receipt.RunList::number, BigInteger::max, TreeMap::new));
    }
}
