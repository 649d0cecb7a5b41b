package org.hearthkey.core.store;

import java.sql.Connection;
import java.util.function.Supplier;
import org.hearthkey.core.adopt.AdoptionRecords;
import org.hearthkey.core.approve.AlarmRecords;
import org.hearthkey.core.attest.TrustRecords;
import org.hearthkey.core.authority.IssuerRecords;
import org.hearthkey.core.authority.ParallelRecords;
import org.hearthkey.core.authority.RolloverRecords;
import org.hearthkey.core.ceremony.CeremonyBook;
import org.hearthkey.core.deliver.BrokerAdminBook;
import org.hearthkey.core.deliver.DeliveryBook;
import org.hearthkey.core.deliver.ForecastBook;
import org.hearthkey.core.deliver.HubBook;
import org.hearthkey.core.deliver.ListenerBook;
import org.hearthkey.core.deliver.ReceiptBook;
import org.hearthkey.core.device.DeviceRecords;
import org.hearthkey.core.device.MarkRecords;
import org.hearthkey.core.device.ZoneRuleRecords;
import org.hearthkey.core.journal.JournalBook;
import org.hearthkey.core.journal.JournalKeys;
import org.hearthkey.core.recovery.SheetRecords;
import org.hearthkey.core.retire.RetirementRecords;
import org.hearthkey.core.revoke.CanaryBook;
import org.hearthkey.core.revoke.ListBook;
import org.hearthkey.core.sale.SaleRecords;
import org.hearthkey.core.seal.PrivateKeyVault;

/// All that the features keep, over the tables of one home.
public record Books(
        IdentityBook identity,
        DeviceRecords devices,
        IssuerRecords issuers,
        ListBook lists,
        JournalBook journal,
        DeliveryBook deliveries,
        HubBook hubs,
        ReceiptBook receipts,
        ForecastBook forecasts,
        ListenerBook listeners,
        BrokerAdminBook brokerAdmins,
        KeptKeys keys,
        JournalKeys journalKeys,
        SlotNotes slotNotes,
        KeptTokens tokens,
        TrustRecords trust,
        MarkRecords marks,
        KeptSetupCodes setupCodes,
        ZoneRuleRecords zoneRules,
        AlarmRecords alarms,
        CanaryBook canaries,
        RetirementRecords retirements,
        CeremonyBook ceremonies,
        SheetRecords sheets,
        AdoptionRecords adoptions,
        RolloverRecords rollovers,
        ParallelRecords parallel,
        KeptWaiting waiting,
        SaleRecords sales) {

    /// The books of an open home.
    public static Books of(Store store) {
        return over(store.tables(), store.keys(), () -> store.head().journalRoot());
    }

    /// The books of a home that is being made: nothing is committed yet.
    public static Books ofNew(Connection tables, PrivateKeyVault vault) {
        return over(tables, vault, () -> new byte[0]);
    }

    private static Books over(Connection tables, PrivateKeyVault vault, Supplier<byte[]> journalRoot) {
        var rows = new Rows(tables);
        var certificates = new KeptCertificates(rows);
        var keys = new KeptKeys(rows, vault);
        var sealed = new SealedKeys(rows, vault);
        return new Books(
                new IdentityBook(rows),
                new KeptDevices(rows, certificates, new KeptAttestations(rows)),
                new KeptIssuers(rows),
                new KeptLists(rows),
                new KeptJournal(rows, journalRoot),
                new KeptDeliveries(rows, certificates, sealed),
                new KeptHubs(rows, certificates, keys),
                new KeptReceipts(rows, certificates),
                new KeptForecasts(rows),
                new KeptListeners(rows, keys),
                new KeptBrokerAdmins(rows, keys),
                keys,
                new KeptJournalKeys(sealed),
                new SlotNotes(rows),
                new KeptTokens(rows),
                new KeptTrust(rows),
                new KeptMarks(rows),
                new KeptSetupCodes(rows, vault),
                new KeptZoneRules(rows),
                new KeptAlarms(rows),
                new KeptCanaries(rows),
                new KeptRetirements(rows),
                new KeptCeremonies(rows),
                new KeptSheets(rows),
                new KeptAdoptions(rows),
                new KeptRollovers(rows),
                new KeptParallel(rows),
                new KeptWaiting(rows, vault),
                new KeptSales(rows));
    }
}
