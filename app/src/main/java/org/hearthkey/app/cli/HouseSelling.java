package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.app.handover.LastLists;
import org.hearthkey.app.handover.PackageWords;
import org.hearthkey.app.handover.ReceiptFile;
import org.hearthkey.app.print.HouseSheets;
import org.hearthkey.app.text.Words;
import org.hearthkey.core.deliver.DeliveryProgress;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.PackingList;
import org.hearthkey.core.sale.BuyerReceipt;
import org.hearthkey.core.sale.Sale;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.SecretBytes;

/// Hands a house over: makes its package, and ends this home by the buyer's receipt.
final class HouseSelling {
    private final Session session;
    private final HandOverOptions options;
    private final List<Path> written = new ArrayList<>();

    HouseSelling(Session session, HandOverOptions options) {
        this.session = session;
        this.options = options;
    }

    int run() throws StoppedException, RefusedException, IOException {
        if (!options.fit()) {
            throw new StoppedException(Exit.MISUSED, session.words().text("house.options"));
        }
        try (var home = options.change() ? session.openToChange() : session.open()) {
            if (options.out.isPresent()) {
                pack(home, options.out.get());
                return Exit.DONE.code();
            }
            if (options.cancel) {
                cancel(home);
            } else if (options.finish.isPresent() || options.withoutReceipt) {
                end(home);
            }
            papers(home);
            tell(home);
        }
        return Exit.DONE.code();
    }

    private StoppedException refusal(String name, String sentence, Object... facts) {
        return new StoppedException(
                Exit.REFUSED, List.of(session.words().text(sentence, facts)), Map.of("refused", name));
    }

    private void pack(Home home, Path target) throws StoppedException, RefusedException, IOException {
        if (home.housePacking().sale().isPresent()) {
            throw refusal("package-made", "house.made.already");
        }
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new StoppedException(Exit.FAILED, session.words().text("house.exists", target));
        }
        var list = home.housePacking().list();
        try (var words = PackageWords.draw(session.random());
                var root = session.tokens().root(home)) {
            var plan =
                    new LockPlan.Remembered(words.passphrase(), session.homes().costOfNew());
            var sale = home.housePacking().pack(target, plan, root.secret());
            written.add(target);
            if (options.wordsSheet.isPresent()) {
                var sheet = options.wordsSheet.get();
                try (var file = session.secretFile(sheet);
                        var pdf = words.<SecretBytes, IOException>use(
                                letters -> sheets().words(home.facts(), sale.packageHash(), letters))) {
                    file.write(pdf);
                    written.add(sheet);
                }
            }
            words.use(letters -> {
                told(sale, list, letters);
                return letters.length;
            });
        }
    }

    private void told(Sale sale, PackingList list, char[] letters) {
        var words = session.words();
        if (session.answers().areForScripts()) {
            var document = document(Optional.of(sale));
            document.put("words", letters); // an array, which Jackson writes as text
            document.put("withoutCode", names(list.withoutCode()));
            document.put("naming", names(list.naming()));
            document.put("leftOut", list.leftOut());
            session.answers().line(Json.line(document));
            return;
        }
        session.answers().line(words.text("house.goes", sale.devices(), sale.codes(), list.pictures()));
        session.answers().line(words.text("house.stays"));
        if (list.leftOut() > 0) {
            session.answers().line(words.text("house.left-out", list.leftOut()));
        }
        if (!list.withoutCode().isEmpty()) {
            session.answers().line(words.text("house.without-code", String.join(", ", names(list.withoutCode()))));
        }
        if (!list.naming().isEmpty()) {
            session.answers().line(words.text("house.naming", String.join(", ", names(list.naming()))));
        }
        written.forEach(file -> session.answers().line(words.text("written", file)));
        session.answers().line(words.text("house.digest", sale.packageHash().hex()));
        session.answers().secret(words.text("house.words") + " ", letters);
        session.answers().remark(words.text("house.words.once"));
    }

    private static List<String> names(List<?> names) {
        return names.stream().map(Object::toString).toList();
    }

    private void cancel(Home home) throws StoppedException {
        if (home.housePacking().sale().filter(sale -> sale.ending().isEmpty()).isEmpty()) {
            throw refusal("no-package", "house.nothing");
        }
        home.housePacking().cancel();
    }

    private void end(Home home) throws StoppedException, RefusedException, IOException {
        var sale = home.housePacking().sale();
        if (sale.isEmpty()) {
            throw refusal("no-package", "house.nothing");
        }
        var receipt = receipt(home);
        if (sale.flatMap(Sale::closed).isPresent()) {
            return;
        }
        home.watch().requireMaySign();
        if (receipt.isEmpty()) {
            session.answers().remark(session.words().text("house.without"));
        }
        try (var root = session.tokens().root(home)) {
            home.houseEnding().end(receipt, root.secret());
            for (var drive : options.drives) {
                var delivered = home.deliveries().export(drive, root.secret(), DeliveryProgress.NONE);
                written.add(delivered.written().folder());
            }
            if (!options.pause) {
                home.houseEnding().close(root.secret());
            }
        }
    }

    private Optional<BuyerReceipt> receipt(Home home) throws StoppedException, IOException {
        if (options.finish.isEmpty()) {
            return Optional.empty();
        }
        var receipt = ReceiptFile.read(options.finish.get())
                .orElseThrow(() -> refusal("no-receipt", "house.receipt.none", options.finish.get()));
        var doubt = home.houseEnding().doubt(receipt);
        if (doubt.isPresent()) {
            var name = doubt.get().name().toLowerCase(Locale.ROOT).replace('_', '-');
            throw refusal(name, "house.receipt." + name);
        }
        return Optional.of(receipt);
    }

    private void papers(Home home) throws StoppedException, IOException {
        if (options.lists.isPresent() || options.proof.isPresent()) {
            if (home.housePacking().sale().flatMap(Sale::closed).isEmpty()) {
                throw refusal("not-handed-over", "house.not-yet");
            }
            if (options.lists.isPresent()) {
                written.addAll(LastLists.write(home, session.newFiles(options.lists.get())));
            }
            if (options.proof.isPresent()) {
                try (var file = session.secretFile(options.proof.get());
                        var pdf = sheets().sellers(home, session.now())) {
                    file.write(pdf);
                    written.add(options.proof.get());
                }
            }
        }
    }

    private HouseSheets sheets() {
        return new HouseSheets(Words.in(session.words().locale()), session.dates(), options.paper());
    }

    private void tell(Home home) {
        var sale = home.housePacking().sale();
        session.answers().give(() -> document(sale), () -> lines(sale));
    }

    private static String state(Optional<Sale> sale) {
        if (sale.isEmpty()) {
            return "none";
        }
        if (sale.get().closed().isPresent()) {
            return "handed-over";
        }
        return sale.get().ending().isPresent() ? "ending" : "packed";
    }

    private Map<String, Object> document(Optional<Sale> sale) {
        var document = new LinkedHashMap<String, Object>();
        document.put("state", state(sale));
        sale.ifPresent(sold -> {
            document.put("package", sold.packageHash().hex());
            document.put("made", sold.made().toString());
            document.put("devices", sold.devices());
            document.put("codes", sold.codes());
            sold.ending().flatMap(Sale.Ending::receipt).ifPresent(receipt -> {
                document.put("buyersRoot", receipt.root().hex());
                document.put("received", receipt.received().toString());
            });
            sold.closed().ifPresent(at -> document.put("ended", at.toString()));
        });
        document.put("files", written.stream().map(Path::toString).toList());
        return document;
    }

    private Stream<String> lines(Optional<Sale> sale) {
        var words = session.words();
        var lines = new ArrayList<String>();
        var state = state(sale);
        lines.add(words.text(
                "house.state." + state,
                sale.map(sold -> session.dates().dayAndTime(sold.closed().orElse(sold.made())))
                        .orElse("")));
        sale.ifPresent(sold -> {
            lines.add(words.text("house.digest", sold.packageHash().hex()));
            sold.ending()
                    .flatMap(Sale.Ending::receipt)
                    .ifPresent(receipt -> lines.add(words.text(
                            "house.buyer",
                            receipt.root().words(),
                            receipt.root().hex())));
        });
        written.forEach(file -> lines.add(words.text("written", file)));
        return lines.stream();
    }
}
