package org.hearthkey.app.ui.control;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/// The icon for a type of device. Types are what the owner wrote; whatever names a known thing gets its picture.
public final class DeviceIcons {
    private static final Map<String, Ikon> KNOWN = known();

    private DeviceIcons() {}

    public static Ikon of(String type) {
        var written = type.toLowerCase(Locale.ROOT);
        return KNOWN.entrySet().stream()
                .filter(thing -> written.contains(thing.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(MaterialDesignD.DEVICES);
    }

    /// The first that fits is taken, so the longer words come first.
    private static Map<String, Ikon> known() {
        var known = new LinkedHashMap<String, Ikon>();
        known.put("doorbell", MaterialDesignD.DOORBELL_VIDEO);
        known.put("keypad", MaterialDesignD.DIALPAD);
        known.put("garage", MaterialDesignG.GARAGE);
        known.put("gate", MaterialDesignG.GATE);
        known.put("camera", MaterialDesignC.CCTV);
        known.put("lock", MaterialDesignL.LOCK_OUTLINE);
        known.put("alarm", MaterialDesignS.SHIELD_HOME_OUTLINE);
        known.put("light", MaterialDesignL.LIGHTBULB_OUTLINE);
        known.put("lamp", MaterialDesignL.LIGHTBULB_OUTLINE);
        known.put("thermostat", MaterialDesignT.THERMOSTAT);
        known.put("heating", MaterialDesignR.RADIATOR);
        known.put("speaker", MaterialDesignS.SPEAKER);
        known.put("television", MaterialDesignT.TELEVISION);
        known.put("washing", MaterialDesignW.WASHING_MACHINE);
        known.put("appliance", MaterialDesignW.WASHING_MACHINE);
        known.put("blind", MaterialDesignB.BLINDS);
        known.put("plug", MaterialDesignP.POWER_SOCKET);
        known.put("sensor", MaterialDesignM.MOTION_SENSOR);
        known.put("vacuum", MaterialDesignR.ROBOT_VACUUM);
        known.put("fan", MaterialDesignF.FAN);
        known.put("valve", MaterialDesignV.VALVE);
        return known;
    }
}
