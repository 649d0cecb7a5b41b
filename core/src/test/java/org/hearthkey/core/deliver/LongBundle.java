package org.hearthkey.core.deliver;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hearthkey.core.authority.CrlDraft;
import org.hearthkey.core.authority.EntryRun;
import org.hearthkey.core.authority.RevokedEntry;
import org.hearthkey.core.authority.SignedEnds;
import org.hearthkey.core.certificate.Pem;
import org.hearthkey.core.certificate.ReadList;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.content.Content;
import org.hearthkey.core.content.Spool;
import org.hearthkey.core.name.ZoneName;

/// Writes a bundle of a home that revoked as many devices of one zone as its argument says to the folder that it names, where
/// it is read back and verified, and verifies it once more.
final class LongBundle {
    private static final ZoneName ZONE = new ZoneName("security");
    private static final BigInteger STEP = new BigInteger("9e3779b97f4a7c15", 16);
    private static final int LISTS = 13;

    private LongBundle() {}

    public static void main(String[] arguments) throws IOException {
        int size = Integer.parseInt(arguments[0]);
        var stick = Path.of(arguments[1]);
        var home = new BundleHome();
        try (var spool = new Spool()) {
            var bundle = home.bundleWith(List.of(published(home, size, spool)), orders(size, spool));
            var signature = home.sign(bundle);
            BundleWriter.write(
                    stick, bundle, signature, home.now, home.root.certificate().fingerprint(), DeliveryProgress.NONE);
            var sound = (BundleVerdict.Sound) BundleReader.verify(stick, home.now);
            var bytes = sound.manifest().entries().stream()
                    .mapToLong(Manifest.Entry::size)
                    .sum();
            System.out.println(size + " revoked, " + bytes + " bytes: sound");
        }
    }

    private static Published published(BundleHome home, int size, Spool spool) throws IOException {
        var run = home.authority().prepare(home.security, draft(home, 0), taker -> {
            for (int i = 0; i < size; i++) {
                taker.accept(new RevokedEntry(serial(i), home.now.minusSeconds(1), Reason.KEY_COMPROMISE));
            }
        });
        var files = new ArrayList<ListFile>();
        for (int i = 0; i < LISTS; i++) {
            var draft = draft(home, i);
            var ends = home.authority().signEnds(home.security, home.securityKey, draft, List.of(run));
            var pem = spool.keep(out -> Pem.write(ReadList.LABEL, der -> write(ends, run, der), out));
            files.add(new ListFile(draft.number(), draft.thisUpdate(), draft.nextUpdate(), pem));
        }
        return new Published(home.security, files.getFirst(), files.subList(1, LISTS), List.of());
    }

    private static void write(SignedEnds ends, EntryRun run, OutputStream out) throws IOException {
        out.write(ends.head().bytes());
        run.writeTo(out);
        out.write(ends.tail().bytes());
    }

    private static CrlDraft draft(BundleHome home, int number) {
        var from = home.now.plus(Duration.ofDays(28L * number));
        return new CrlDraft(BigInteger.valueOf(1 + number), from, from.plus(BundleHome.LIST_LIFE), List.of());
    }

    private static SerialNumber serial(int number) {
        return new SerialNumber(
                BigInteger.ONE.shiftLeft(127).add(BigInteger.valueOf(number).multiply(STEP)));
    }

    private static Content orders(int size, Spool spool) throws IOException {
        return spool.keep(out -> {
            out.write(Orders.begin());
            for (int i = 0; i < size; i++) {
                out.write(Orders.lines(
                        List.of(new Orders.RemoveClient(ZONE, serial(i), "CN=Camera " + i + ",O=k3pw7xqa"))));
            }
        });
    }
}
