package org.hearthkey.core.store;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearthkey.core.device.DeviceId;
import org.hearthkey.core.name.AccountName;
import org.hearthkey.core.retire.Account;
import org.hearthkey.core.retire.RetirementRecords;
import org.hearthkey.core.retire.Step;

/// Devices that leave, in the tables `retirement`, `retirement_step` and `account`.
final class KeptRetirements implements RetirementRecords {
    private final Rows rows;

    KeptRetirements(Rows rows) {
        this.rows = rows;
    }

    @Override
    public List<Account> accounts(DeviceId device) {
        return rows.all(
                "SELECT name, sort, added, removed FROM account WHERE device = ? ORDER BY id",
                row -> {
                    var removed = row.getLong(4);
                    return new Account(
                            new AccountName(row.getString(1)),
                            Account.Sort.parse(row.getString(2))
                                    .orElseThrow(() -> new IllegalStateException("A kept account")),
                            Instant.ofEpochSecond(row.getLong(3)),
                            row.wasNull() || removed == 0
                                    ? Optional.empty()
                                    : Optional.of(Instant.ofEpochSecond(removed)));
                },
                device.toString());
    }

    @Override
    public void addAccount(DeviceId device, Account account) {
        rows.insert(
                "INSERT INTO account(device, name, sort, added) VALUES (?, ?, ?, ?)",
                device.toString(),
                account.name().text(),
                account.sort().code(),
                account.added().getEpochSecond());
    }

    @Override
    public void removeAccount(DeviceId device, AccountName name, Instant at) {
        rows.change(
                "UPDATE account SET removed = ? WHERE device = ? AND name = ?",
                at.getEpochSecond(),
                device.toString(),
                name.text());
    }

    @Override
    public Map<Step, Instant> confirmed(DeviceId device) {
        var confirmed = new EnumMap<Step, Instant>(Step.class);
        rows.all(
                        "SELECT step, confirmed FROM retirement_step WHERE device = ?",
                        row -> Map.entry(
                                Step.parse(row.getString(1))
                                        .orElseThrow(() -> new IllegalStateException("A kept step")),
                                Instant.ofEpochSecond(row.getLong(2))),
                        device.toString())
                .forEach(step -> confirmed.put(step.getKey(), step.getValue()));
        return confirmed;
    }

    @Override
    public Optional<Long> entry(DeviceId device) {
        return rows.first(
                "SELECT entry FROM retirement WHERE device = ? AND entry IS NOT NULL",
                row -> row.getLong(1),
                device.toString());
    }

    @Override
    public void begin(DeviceId device, Instant at) {
        rows.insert("INSERT INTO retirement(device, begun) VALUES (?, ?)", device.toString(), at.getEpochSecond());
    }

    @Override
    public void confirm(DeviceId device, Step step, Instant at) {
        rows.change("DELETE FROM retirement_step WHERE device = ? AND step = ?", device.toString(), step.code());
        rows.insert(
                "INSERT INTO retirement_step(device, step, confirmed) VALUES (?, ?, ?)",
                device.toString(),
                step.code(),
                at.getEpochSecond());
    }

    @Override
    public void end(DeviceId device, Instant at, long entry) {
        rows.change(
                "UPDATE retirement SET ended = ?, entry = ? WHERE device = ?",
                at.getEpochSecond(),
                entry,
                device.toString());
    }

    @Override
    public void repurpose(DeviceId device, Instant at) {
        rows.change("UPDATE retirement SET repurposed = ? WHERE device = ?", at.getEpochSecond(), device.toString());
    }
}
