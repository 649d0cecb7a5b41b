package org.hearthkey.app.text;

import org.hearthkey.core.deliver.HubStates.Refusal;
import org.hearthkey.core.retire.Account;
import org.hearthkey.core.retire.Retirement;
import org.hearthkey.core.retire.Retirement.Proof;
import org.hearthkey.core.retire.Retirement.Standing;
import org.hearthkey.core.retire.Step;

/// Says how far a device has left, and what proves it. What nobody proved is called unproven.
public final class RetireWords {
    private final Words words;
    private final Dates dates;

    public RetireWords(Words words, Dates dates) {
        this.words = words;
        this.dates = dates;
    }

    /// What is to be done.
    public String step(Step step) {
        return words.text(
                switch (step) {
                    case REVOKE -> "retire.revoke.step";
                    case HUB -> "retire.hub.step";
                    case ACCOUNTS -> "retire.accounts.step";
                    case SETUP_CODE -> "retire.code.step";
                    case RESET -> "retire.reset.step";
                });
    }

    /// What says that it is done, or that it is not.
    public String proof(Standing standing, Retirement retirement) {
        return switch (standing.proof()) {
            case Proof.Open _ -> words.text("retire.open.proof");
            case Proof.NotNeeded _ -> words.text("retire.not-needed.proof");
            case Proof.OwnersWord(var at) -> words.text("retire.owner.proof", dates.dayAndTime(at));
            case Proof.Recorded(var at) ->
                standing.step() == Step.HUB && retirement.delivery().isPresent()
                        ? words.text(
                                "retire.delivered.proof",
                                retirement.delivery().get().bundleNumber(),
                                dates.dayAndTime(at))
                        : words.text("retire.recorded.proof", dates.dayAndTime(at));
        };
    }

    public String account(Account account) {
        var sort = sort(account.sort());
        return account.removed()
                .map(at -> words.text("retire.account-gone.proof", sort, dates.day(at)))
                .orElseGet(() -> words.text("retire.account-open.proof", sort));
    }

    /// What kind of access it is.
    public String sort(Account.Sort sort) {
        return words.text(
                switch (sort) {
                    case ACCESS_TOKEN -> "retire.token.sort";
                    case VENDOR_CLOUD -> "retire.cloud.sort";
                });
    }

    public String list(Retirement retirement) {
        return retirement
                .list()
                .map(list -> words.text(
                        "retire.list.evidence",
                        list.number().toString(),
                        retirement.device().zone().display(),
                        dates.dayAndTime(list.thisUpdate())))
                .orElseGet(() -> words.text("retire.unproven.evidence"));
    }

    public String delivered(Retirement retirement) {
        return retirement
                .delivery()
                .map(delivery -> words.text(
                        "retire.delivered.evidence",
                        delivery.bundleNumber(),
                        dates.dayAndTime(delivery.delivered().orElse(delivery.begun())),
                        delivery.target()))
                .orElseGet(() -> words.text("retire.undelivered.evidence"));
    }

    public String receipt(Retirement retirement) {
        return retirement
                .confirmed()
                .map(said -> words.text(
                        "retire.receipt.evidence", said.hub().text(), said.bundle(), dates.dayAndTime(said.at())))
                .orElseGet(() -> words.text("retire.no-receipt.evidence"));
    }

    public String probe(Retirement retirement) {
        return switch (retirement.refusal()) {
            case Refusal.Since(var at, var _) -> words.text("retire.probe.evidence", dates.dayAndTime(at));
            case Refusal.StillLetIn(var seen, var _) -> words.text("retire.let-in.evidence", dates.dayAndTime(seen));
            case Refusal.NotProven _ -> words.text("retire.no-probe.evidence");
        };
    }
}
