package org.hearthkey.core.deliver;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hearthkey.core.content.Content;
import org.hearthkey.core.deliver.Flaw.Code;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is signed of urgent orders: how long it may be, and that it is no manifest.
class UrgentOrdersTextTest {
    private static BundleHome home;

    @TempDir
    Path stick;

    @BeforeAll
    static void makeHome() {
        home = new BundleHome();
    }

    /// The home's bundle with other orders.
    private static Bundle with(Content orders) throws IOException {
        var bundle = home.bundle();
        var files = new ArrayList<>(bundle.files());
        files.removeIf(file -> file.path().equals(BundleFile.ORDERS));
        files.add(BundleFile.of(BundleFile.ORDERS, orders));
        return new Bundle(bundle.number(), bundle.home(), bundle.created(), bundle.validUntil(), files);
    }

    private static Content ofLength(long length) {
        return Content.of("x".repeat(Math.toIntExact(length)).getBytes(US_ASCII));
    }

    @Test
    void isAtMostAsLongAsAMessageMayBe() throws IOException {
        long rest = UrgentOrders.text(with(ofLength(0))).length;
        var longest = UrgentOrders.text(with(ofLength(UrgentOrders.MOST_BYTES - rest)));
        assertEquals(UrgentOrders.MOST_BYTES, longest.length);
        var longer = with(ofLength(UrgentOrders.MOST_BYTES - rest + 1));
        assertEquals(
                DeliveryException.Reason.ORDERS_TOO_LONG,
                assertThrows(DeliveryException.class, () -> UrgentOrders.text(longer))
                        .reason());
    }

    @Test
    void whatIsTooLongIsNotRead() throws IOException {
        var read = new ArrayList<String>();
        var huge = new Content() {
            @Override
            public long size() {
                return 1L << 30;
            }

            @Override
            public InputStream open() {
                read.add("read");
                return InputStream.nullInputStream();
            }
        };
        var bundle = with(huge);
        read.clear();
        assertThrows(DeliveryException.class, () -> UrgentOrders.text(bundle));
        assertEquals(List.of(), read);
    }

    /// A signature of the one is none of the other, whoever of the two signers made it.
    @Test
    void noManifestIsMadeOfWhatIsSignedOfOrdersNorTheOtherWay() throws IOException {
        var bundle = home.bundle();
        var text = UrgentOrders.text(bundle);
        var content = UrgentOrders.content(text, home.second.sign(text));
        assertTrue(Manifest.parse(text).isEmpty());
        assertTrue(Manifest.parse(content).isEmpty());
        assertTrue(new String(bundle.manifest(), US_ASCII).startsWith("{"));
        assertTrue(new String(text, US_ASCII).startsWith("hearthkey-orders-message/2\n"));
        assertTrue(new String(content, US_ASCII).startsWith("second "));
        Unchecked.write(stick, bundle, new ManifestSignatures(home.cms(bundle.manifest()), home.second.sign(text)));
        assertEquals(
                new BundleVerdict.Unsound(List.of(new Flaw(Code.MANIFEST_SIGNATURE, "MANIFEST.mld"))),
                BundleReader.verify(stick, home.now));
        Unchecked.write(stick, bundle, new ManifestSignatures(home.cms(content), home.second.sign(bundle.manifest())));
        assertEquals(
                new BundleVerdict.Unsound(List.of(new Flaw(Code.MANIFEST_SIGNATURE, "MANIFEST.p7s"))),
                BundleReader.verify(stick, home.now));
    }
}
