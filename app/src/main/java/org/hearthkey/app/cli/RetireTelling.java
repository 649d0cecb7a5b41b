package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.app.print.Paper;
import org.hearthkey.app.print.ProofSheets;
import org.hearthkey.app.text.RetireWords;
import org.hearthkey.app.text.Words;
import org.hearthkey.core.deliver.DeliveryBook.Delivery;
import org.hearthkey.core.deliver.DeliveryState;
import org.hearthkey.core.deliver.HubStates;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.retire.Account;
import org.hearthkey.core.retire.HubEvidence;
import org.hearthkey.core.retire.Retirement;
import org.hearthkey.core.retire.Retirement.Proof;
import org.hearthkey.core.retire.Retirement.Standing;
import org.hearthkey.core.retire.Step;
import org.hearthkey.core.seal.RefusedException;
import org.jspecify.annotations.Nullable;

/// Leads a device out of the home, one command after the other, and says how far it has come.
final class RetireTelling {
    private static final List<Step> FOR_THE_OWNER =
            Stream.of(Step.values()).filter(Step::isForTheOwner).toList();

    private final Session session;
    private final Home home;

    RetireTelling(Session session, Home home) {
        this.session = session;
        this.home = home;
    }

    /// Begins or goes on.
    ///
    /// @param done what the owner says is done
    void goOn(Device device, List<Step> done, boolean destroyCode)
            throws StoppedException, RefusedException, IOException {
        var retirements = home.retirements();
        for (var step : done) {
            if (!step.isForTheOwner()) {
                throw new StoppedException(
                        Exit.MISUSED,
                        session.words()
                                .text(
                                        "retire.not-yours",
                                        step.code(),
                                        String.join(
                                                ", ",
                                                FOR_THE_OWNER.stream()
                                                        .map(Step::code)
                                                        .toList())));
            }
        }
        retirements.begin(device);
        for (var step : done) {
            var refusal = retirements.review(device, step);
            if (refusal.isPresent()) {
                throw session.findings().refusal(refusal.stream().toList());
            }
            retirements.confirm(device, step);
        }
        if (destroyCode && home.setupCodes().find(device).isPresent()) {
            try (var root = session.tokens().root(home)) {
                home.setupCodes().destroy(device, root.secret());
            }
        }
        if (retirements.of(device).open().isEmpty()) {
            retirements.finish(device);
        }
    }

    /// Writes the proof sheet, a file that holds no secret.
    Path write(Device device, Path file, Paper paper) throws IOException {
        var words = Words.in(Locale.ENGLISH);
        try (var sheet = new ProofSheets(home).pdf(device, words, session.dates(), paper, session.now())) {
            return sheet.use(bytes -> session.write(file, bytes));
        }
    }

    void tell(Device device, Optional<Path> file) {
        var retirement = home.retirements().of(device);
        session.answers().give(() -> document(retirement, file), () -> lines(retirement, file));
    }

    private Map<String, @Nullable Object> document(Retirement retirement, Optional<Path> file) {
        var document = new LinkedHashMap<String, @Nullable Object>();
        document.put("device", Documents.device(retirement.device(), session.now()));
        document.put("retired", retirement.isRetired());
        document.put(
                "steps", retirement.steps().stream().map(RetireTelling::step).toList());
        document.put("open", retirement.open().stream().map(Step::code).toList());
        document.put(
                "accounts",
                retirement.accounts().stream().map(RetireTelling::account).toList());
        document.put("list", retirement.list().map(Documents::list).orElse(null));
        document.put("delivery", delivery(retirement));
        document.put("journalEntry", retirement.entry().orElse(null));
        document.put("files", file.stream().map(Path::toString).toList());
        return document;
    }

    private static Map<String, @Nullable Object> step(Standing standing) {
        var document = new LinkedHashMap<String, @Nullable Object>();
        document.put("step", standing.step().code());
        document.put("done", standing.isDone());
        switch (standing.proof()) {
            case Proof.Open _ -> {}
            case Proof.NotNeeded _ -> document.put("by", "not-needed");
            case Proof.Recorded(var at) -> {
                document.put("by", "home");
                document.put("at", at.toString());
            }
            case Proof.OwnersWord(var at) -> {
                document.put("by", "owner");
                document.put("at", at.toString());
            }
        }
        return document;
    }

    static Map<String, @Nullable Object> account(Account account) {
        var document = new LinkedHashMap<String, @Nullable Object>();
        document.put("name", account.name().text());
        document.put("sort", account.sort().code());
        document.put("added", account.added().toString());
        document.put("removed", account.removed().map(Object::toString).orElse(null));
        return document;
    }

    private static DeliveryState state(Retirement retirement) {
        if (retirement.refusal() instanceof HubStates.Refusal.Since) {
            return DeliveryState.ENFORCED;
        }
        if (retirement.confirmed().isPresent()) {
            return DeliveryState.ACKNOWLEDGED;
        }
        return retirement.delivery().isPresent() ? DeliveryState.DELIVERED : DeliveryState.SIGNED;
    }

    /// That a bundle was delivered does not prove that a hub turns the device away.
    private static Map<String, @Nullable Object> delivery(Retirement retirement) {
        var document = new LinkedHashMap<String, @Nullable Object>();
        var delivery = retirement.delivery();
        document.put("state", state(retirement).code());
        document.put("enforced", HubEvidence.code(retirement.refusal()));
        document.put(
                "hub", retirement.confirmed().map(said -> said.hub().text()).orElse(null));
        document.put("bundleNumber", delivery.map(Delivery::bundleNumber).orElse(null));
        document.put("place", delivery.map(Delivery::target).orElse(null));
        document.put(
                "at",
                delivery.flatMap(Delivery::delivered).map(Object::toString).orElse(null));
        return document;
    }

    private Stream<String> lines(Retirement retirement, Optional<Path> file) {
        var words = session.words();
        var said = new RetireWords(Words.in(Locale.ENGLISH), session.dates());
        var name = retirement.device().name().text();
        var lines = new ArrayList<String>();
        for (var standing : retirement.steps()) {
            lines.add((standing.isDone() ? "[x] " : "[ ] ") + said.step(standing.step()) + ": "
                    + said.proof(standing, retirement));
            if (standing.step() == Step.ACCOUNTS) {
                retirement
                        .accounts()
                        .forEach(account -> lines.add((account.removed().isPresent() ? "    [x] " : "    [ ] ")
                                + Plain.text(account.name().text()) + ": " + said.account(account)));
            }
        }
        lines.add(said.delivered(retirement));
        lines.add(said.probe(retirement));
        lines.add(
                retirement.isRetired()
                        ? words.text("retire.done", name)
                        : words.text("retire.left", name, retirement.open().size()));
        retirement.open().stream().map(step -> next(step, name)).forEach(lines::add);
        file.ifPresent(written -> lines.add(words.text("written", written)));
        return lines.stream();
    }

    private String next(Step step, String name) {
        var words = session.words();
        return switch (step) {
            case REVOKE -> words.text("retire.next.begin", name);
            case HUB -> words.text("retire.next.hub", name);
            case ACCOUNTS -> words.text("retire.next.accounts", name);
            case SETUP_CODE -> words.text("retire.next.code", name);
            case RESET -> words.text("retire.next.reset", name);
        };
    }
}
