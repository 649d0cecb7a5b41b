package org.hearthkey.core.retire;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.deliver.DeliveryBook.Delivery;
import org.hearthkey.core.deliver.Forecasts;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceRecords;
import org.hearthkey.core.device.SetupCodeRecords;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.name.AccountName;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;
import org.hearthkey.core.retire.Retirement.Proof;
import org.hearthkey.core.retire.Retirement.Standing;
import org.hearthkey.core.revoke.Lists;
import org.hearthkey.core.revoke.Revocations;
import org.hearthkey.core.seal.RefusedException;

/// Leads a device out of the home, step by step. Each step is kept, so that it can be gone on with another day.
public final class Retirements {
    private static final String CLAUSE = "IEEE 802.1AR-2018, section 6";

    private final RetirementRecords records;
    private final DeviceRecords devices;
    private final SetupCodeRecords codes;
    private final Revocations revocations;
    private final Lists lists;
    private final Forecasts forecasts;
    private final HubEvidence hubs;
    private final Signatory signatory;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;

    public Retirements(
            RetirementRecords records,
            DeviceRecords devices,
            SetupCodeRecords codes,
            Revocations revocations,
            Lists lists,
            Forecasts forecasts,
            HubEvidence hubs,
            Signatory signatory,
            Journal journal,
            Commits commits,
            InstantSource clock) {
        this.records = records;
        this.devices = devices;
        this.codes = codes;
        this.revocations = revocations;
        this.lists = lists;
        this.forecasts = forecasts;
        this.hubs = hubs;
        this.signatory = signatory;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
    }

    /// How far this device has left.
    public Retirement of(Device asked) {
        var device = present(asked);
        var accounts = records.accounts(device.id());
        var delivery = delivery(device);
        var steps = Arrays.stream(Step.values())
                .map(step -> new Standing(step, proof(step, device, accounts, delivery)))
                .toList();
        var list = lists.newest(new Role.Zone(device.zone()));
        return new Retirement(
                device,
                steps,
                accounts,
                list,
                delivery,
                delivery.flatMap(hubs::confirmed),
                hubs.refusal(device),
                records.entry(device.id()));
    }

    /// Begins: revokes whatever the device proves itself with, for it has ceased to work here, and signs the list that tells
    /// of it. Going on with what was begun changes nothing.
    public Retirement begin(Device asked) {
        var device = present(asked);
        if (device.leaving().isEmpty()) {
            commits.commit(() -> {
                records.begin(device.id(), now());
                journal.append(note("device.leave", device));
                return revocations.revokeForGood(device);
            });
        }
        return of(device);
    }

    /// The owner says that a step is done which nobody here can see.
    ///
    /// @throws IllegalArgumentException if the step is none of those, or accounts are not ticked off
    public Retirement confirm(Device asked, Step step) {
        var device = present(asked);
        if (!step.isForTheOwner() || review(device, step).isPresent()) {
            throw new IllegalArgumentException("Not to be confirmed: " + step);
        }
        commits.commit(() -> {
            records.confirm(device.id(), step, now());
            journal.append(note("retire.confirm", device).fact("step", step.code()));
            return device;
        });
        return of(device);
    }

    /// What speaks against confirming a step: it was not begun, or an account is not ticked off.
    public Optional<Finding> review(Device asked, Step step) {
        var device = present(asked);
        if (device.leaving().isEmpty()) {
            return refusal("retire.not-begun", device.name().text());
        }
        var open = records.accounts(device.id()).stream()
                .filter(account -> account.removed().isEmpty())
                .map(account -> account.name().text())
                .toList();
        return step == Step.ACCOUNTS && !open.isEmpty()
                ? refusal("retire.accounts-open", String.join(", ", open))
                : Optional.empty();
    }

    /// What speaks against calling the device retired.
    public Optional<Finding> review(Retirement retirement) {
        var name = retirement.device().name().text();
        if (!retirement.isBegun()) {
            return refusal("retire.not-begun", name);
        }
        return retirement.open().isEmpty()
                ? Optional.empty()
                : refusal(
                        "retire.steps-open",
                        name,
                        Integer.toString(retirement.open().size()));
    }

    /// Calls the device retired once everything is done. Doing so twice changes nothing.
    ///
    /// @throws IllegalStateException if something is left to do
    public Retirement finish(Device asked) {
        var retirement = of(asked);
        if (retirement.isRetired()) {
            return retirement;
        }
        if (review(retirement).isPresent()) {
            throw new IllegalStateException("Something is left to do");
        }
        commits.commit(() -> {
            records.end(retirement.device().id(), now(), journal.size());
            journal.append(retired(retirement));
            return retirement;
        });
        return of(asked);
    }

    private Note retired(Retirement retirement) {
        var device = retirement.device();
        var serials = devices.history(device.id()).stream()
                .map(certified -> certified.serial().hex())
                .toList();
        var note = note("device.retire", device)
                .fact("serials", serials)
                .fact("refused", HubEvidence.code(retirement.refusal()))
                .fact(
                        "ownersWord",
                        retirement.steps().stream()
                                .filter(standing -> standing.proof() instanceof Proof.OwnersWord)
                                .map(standing -> standing.step().code())
                                .toList());
        if (retirement.list().isPresent()) {
            note = note.fact("crlNumber", retirement.list().get().number().toString());
        }
        return retirement.delivery().isPresent()
                ? note.fact("bundle", retirement.delivery().get().bundleNumber())
                : note;
    }

    /// Lets the code of a retired device be used once more: the device starts anew, with another identity and another key.
    ///
    /// @throws IllegalArgumentException if it is not retired
    /// @throws RefusedException if this is not the root's secret
    /// @throws IOException if a token does not answer
    public void repurpose(Device asked, RootSecret secret) throws RefusedException, IOException {
        var device = present(asked);
        if (device.leaving().flatMap(leaving -> leaving.retired()).isEmpty()) {
            throw new IllegalArgumentException("Not retired");
        }
        signatory.proveRoot(secret).close();
        commits.commit(() -> {
            records.repurpose(device.id(), now());
            journal.append(note("device.repurpose", device));
            return device;
        });
    }

    /// The accounts of a device, the oldest first.
    public List<Account> accounts(Device device) {
        return records.accounts(device.id());
    }

    /// Lists an account of a device.
    ///
    /// @throws IllegalArgumentException if it has one of that name
    public Account add(Device device, AccountName name, Account.Sort sort) {
        if (find(device, name).isPresent()) {
            throw new IllegalArgumentException("There is an account of that name");
        }
        var account = new Account(name, sort, now(), Optional.empty());
        return commits.commit(() -> {
            records.addAccount(device.id(), account);
            journal.append(note("account.add", device).fact("sort", sort.code()).detail("account", name.text()));
            return account;
        });
    }

    /// The account of that name.
    public Optional<Account> find(Device device, AccountName name) {
        return accounts(device).stream()
                .filter(account -> account.name().equals(name))
                .findFirst();
    }

    /// Ticks an account off: the owner took it back where it is.
    public void tickOff(Device device, Account account) {
        commits.commit(() -> {
            records.removeAccount(device.id(), account.name(), now());
            journal.append(note("account.remove", device)
                    .fact("sort", account.sort().code())
                    .detail("account", account.name().text()));
            return account;
        });
    }

    private Device present(Device asked) {
        return devices.find(asked.id()).orElseThrow(() -> new IllegalArgumentException("No such device"));
    }

    private Proof proof(Step step, Device device, List<Account> accounts, Optional<Delivery> delivery) {
        var word = Optional.ofNullable(records.confirmed(device.id()).get(step))
                .<Proof>map(Proof.OwnersWord::new)
                .orElse(new Proof.Open());
        return switch (step) {
            case REVOKE ->
                device.credential()
                        .revoked()
                        .<Proof>map(revoked -> new Proof.Recorded(revoked.at()))
                        .orElse(new Proof.Open());
            case HUB -> {
                if (device.credential() instanceof Credential.Paired) {
                    yield new Proof.NotNeeded();
                }
                yield delivery.flatMap(Delivery::delivered)
                        .<Proof>map(Proof.Recorded::new)
                        .orElse(word);
            }
            case ACCOUNTS ->
                accounts.stream().allMatch(account -> account.removed().isPresent()) ? word : new Proof.Open();
            case SETUP_CODE -> code(device);
            case RESET -> word;
        };
    }

    private Proof code(Device device) {
        if (codes.find(device.id()).isPresent()) {
            return new Proof.Open();
        }
        var destroyed = new ArrayList<Instant>();
        journal.each("setup-code.destroy", entry -> {
            if (device.id().toString().equals(entry.facts().get("device"))) {
                destroyed.add(entry.at());
            }
        });
        return destroyed.isEmpty() ? new Proof.NotNeeded() : new Proof.Recorded(destroyed.getLast());
    }

    /// The first bundle that tells of all its revocations.
    private Optional<Delivery> delivery(Device device) {
        return device.certified()
                .flatMap(certified ->
                        certified.revoked().flatMap(revoked -> forecasts.firstWith(certified.serial(), revoked.at())));
    }

    private static Note note(String act, Device device) {
        return Note.of(act)
                .fact("device", device.id().toString())
                .detail("name", device.name().text())
                .detail("zone", device.zone().text());
    }

    private static Optional<Finding> refusal(String code, String... facts) {
        return Optional.of(new Finding(code, Weight.REFUSAL, List.of(facts), CLAUSE));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
