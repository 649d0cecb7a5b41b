package org.hearthkey.app.ui.screen;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignQ;

/// Where one can be in an open home, in the order of the sidebar and of Ctrl+1 to Ctrl+9.
public enum Place {
    HOME("shell.home.place"),
    DEVICES("shell.devices.place"),
    TIMELINE("shell.timeline.place"),
    APPROVE("shell.approve.place"),
    REVOCATION("shell.revocation.place"),
    ZONES("shell.zones.place"),
    JOURNAL("shell.journal.place"),
    RECOVERY("shell.recovery.place"),
    SETTINGS("shell.settings.place");

    private final String key;

    Place(String key) {
        this.key = key;
    }

    /// The key of its name in the words.
    public String key() {
        return key;
    }

    /// The icon that stands beside its name.
    public Ikon ikon() {
        return switch (this) {
            case HOME -> MaterialDesignH.HOME_OUTLINE;
            case DEVICES -> MaterialDesignD.DEVICES;
            case TIMELINE -> MaterialDesignC.CHART_TIMELINE;
            case APPROVE -> MaterialDesignQ.QRCODE_SCAN;
            case REVOCATION -> MaterialDesignC.CANCEL;
            case ZONES -> MaterialDesignF.FLOOR_PLAN;
            case JOURNAL -> MaterialDesignN.NOTEBOOK_OUTLINE;
            case RECOVERY -> MaterialDesignL.LIFEBUOY;
            case SETTINGS -> MaterialDesignC.COG_OUTLINE;
        };
    }
}
