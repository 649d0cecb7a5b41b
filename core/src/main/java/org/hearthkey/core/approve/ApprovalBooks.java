package org.hearthkey.core.approve;

import org.hearthkey.core.attest.TrustBook;
import org.hearthkey.core.device.DeviceRecords;
import org.hearthkey.core.device.MarkRecords;
import org.hearthkey.core.device.SetupCodeRecords;
import org.hearthkey.core.device.WaitingRecords;
import org.hearthkey.core.device.ZoneRuleRecords;

/// All that approving reads and writes.
public record ApprovalBooks(
        DeviceRecords devices,
        MarkRecords marks,
        SetupCodeRecords setupCodes,
        ZoneRuleRecords zoneRules,
        TrustBook trust,
        WaitingRecords waiting) {}
