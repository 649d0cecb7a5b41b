package org.hearthkey.app.print;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.HomeFacts;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.sale.Sale;
import org.hearthkey.core.secret.SecretBytes;

/// The pages of a house that is sold: the seller's proof, the buyer's, and the one with the words of the package. Gathers from the
/// home, on its thread.
public final class HouseSheets {
    private final Words words;
    private final Dates dates;
    private final Paper paper;

    public HouseSheets(Words words, Dates dates, Paper paper) {
        this.words = words;
        this.dates = dates;
        this.paper = paper;
    }

    /// What was handed over, to whom, and that the old root has ended. It holds no secret.
    ///
    /// @throws IOException if it cannot be drawn
    /// @throws IllegalArgumentException if the home is not handed over
    public SecretBytes sellers(Home home, Instant now) throws IOException {
        var sale = home.housePacking()
                .sale()
                .filter(sold -> sold.closed().isPresent())
                .orElseThrow(() -> new IllegalArgumentException("This home is not handed over"));
        var name = home.facts().name().text();
        try (var pen = PdfPen.in(home.facts().id(), words, paper, words.text("sheet.seller.title", name))) {
            var page = new HousePage(pen, words);
            page.title(
                    words.text("sheet.seller.title", name),
                    words.text(
                            "sheet.seller.lead", dates.dayAndTime(sale.closed().orElseThrow())));
            page.head("sheet.house.package");
            page.row("sheet.house.made", dates.dayAndTime(sale.made()));
            page.row("sheet.house.holds", words.text("sheet.house.counts", sale.devices(), sale.codes()));
            page.mono("sheet.house.digest", sale.packageHash().hex());
            page.head("sheet.house.buyer");
            buyer(page, sale);
            page.head("sheet.house.oldroot");
            root(page, home.issuers().root().certificate().fingerprint());
            page.row("sheet.house.ended", dates.dayAndTime(sale.closed().orElseThrow()));
            page.row("sheet.house.revoked", words.text("sheet.house.lists"));
            page.head("sheet.house.journal");
            var checkpoint = home.checkpoints().current();
            page.row("sheet.house.entries", Long.toString(checkpoint.size()));
            page.mono("sheet.house.hash", checkpoint.root().base64());
            page.mono("sheet.house.typed", home.checkpoints().paper().toString());
            page.code(
                    Optional.of(home.checkpoints().signShort().toString()),
                    "sheet.checkpoint.code",
                    words.text("sheet.seller.how"));
            page.foot(dates.dayAndTime(now));
            return pen.finish();
        }
    }

    private void buyer(HousePage page, Sale sale) throws IOException {
        var receipt = sale.ending().flatMap(Sale.Ending::receipt);
        if (receipt.isEmpty()) {
            page.row("sheet.house.receipt", words.text("sheet.house.noreceipt"));
            return;
        }
        root(page, receipt.get().root());
        page.row("sheet.house.opened", dates.dayAndTime(receipt.get().received()));
    }

    private void root(HousePage page, Fingerprint root) throws IOException {
        page.row("sheet.house.words", root.words().toString());
        page.mono("sheet.house.digest", root.hex());
    }

    /// What came with the house, the new root, and what to do next. It holds no secret.
    ///
    /// @throws IOException if it cannot be drawn
    /// @throws IllegalArgumentException if this home did not begin with a package
    public SecretBytes buyers(Home home, Instant now) throws IOException {
        var received = home.waitingDevices()
                .received()
                .orElseThrow(() -> new IllegalArgumentException("This home did not begin with a package"));
        var name = home.facts().name().text();
        try (var pen = PdfPen.in(home.facts().id(), words, paper, words.text("sheet.buyer.title", name))) {
            var page = new HousePage(pen, words);
            var receipt = received.receipt();
            page.title(
                    words.text("sheet.buyer.title", name),
                    words.text("sheet.buyer.lead", dates.dayAndTime(receipt.received())));
            page.head("sheet.house.newroot");
            root(page, receipt.root());
            page.head("sheet.house.package");
            page.row("sheet.house.holds", words.text("sheet.house.devices", receipt.devices()));
            page.mono("sheet.house.digest", receipt.packageHash().hex());
            page.row(
                    "sheet.house.sellersroot",
                    words.text("sheet.house.worthless", received.sellersRoot().words()));
            page.head("sheet.house.todo");
            todo(page, home);
            // Readers of codes take no line ends.
            var code = receipt.text().replace('\n', ' ');
            page.code(Optional.of(code), "sheet.receipt.code", words.text("sheet.buyer.how"));
            page.foot(dates.dayAndTime(now));
            return pen.finish();
        }
    }

    private void todo(HousePage page, Home home) throws IOException {
        page.step(1, words.text("sheet.buyer.receipt"));
        page.step(2, words.text("sheet.buyer.reset"));
        page.step(3, words.text("sheet.buyer.setup", home.waitingDevices().all().size()));
        page.step(4, words.text("sheet.buyer.hub"));
        page.step(5, words.text("sheet.buyer.accounts"));
        var accounts = home.waitingDevices().all().stream()
                .flatMap(device -> device.listing().accounts().stream()
                        .map(account -> words.text(
                                "sheet.buyer.account",
                                device.listing().name().text(),
                                account.name()
                                        .map(Object::toString)
                                        .orElseGet(() -> words.text("sheet.buyer.unnamed")))))
                .toList();
        int shown = 0;
        while (shown < accounts.size() && page.hasRoom(2)) {
            page.line(accounts.get(shown));
            shown++;
        }
        if (shown < accounts.size()) {
            page.line(words.text("sheet.buyer.more", accounts.size() - shown));
        }
    }

    /// The words that open a package, which is as secret as they are.
    ///
    /// @throws IOException if it cannot be drawn
    public SecretBytes words(HomeFacts house, Fingerprint sealed, char[] letters) throws IOException {
        var title = words.text("sheet.words.title", house.name().text());
        try (var pen = PdfPen.in(house.id(), words, paper, title)) {
            var page = new HousePage(pen, words);
            page.title(title, words.text("sheet.words.warning"));
            page.large(String.valueOf(letters));
            page.head("sheet.house.package");
            page.mono("sheet.house.digest", sealed.hex());
            page.head("sheet.words.todo");
            page.step(1, words.text("sheet.words.apart"));
            page.step(2, words.text("sheet.words.open"));
            page.step(3, words.text("sheet.words.receipt"));
            return pen.finish();
        }
    }
}
