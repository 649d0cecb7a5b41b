package org.hearthkey.app.ui.control;

import org.hearthkey.app.text.Words;
import org.hearthkey.core.device.DeviceState;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// How the states of a device look: a word, a shape and a color, always the same ones.
public final class StateLook {
    private StateLook() {}

    public static StatePill pill(DeviceState state, Words words) {
        return new StatePill(ikon(state), word(state, words), tone(state));
    }

    public static String word(DeviceState state, Words words) {
        return words.text(
                switch (state) {
                    case TRUSTED -> "state.trusted.word";
                    case UNSEEN -> "state.unseen.word";
                    case LAPSED -> "state.lapsed.word";
                    case ENDS_SOON -> "state.endssoon.word";
                    case ENDED -> "state.ended.word";
                    case REVOKED -> "state.revoked.word";
                    case RETIRED -> "state.retired.word";
                });
    }

    public static Ikon ikon(DeviceState state) {
        return switch (state) {
            case TRUSTED -> MaterialDesignC.CHECK_CIRCLE;
            case UNSEEN -> MaterialDesignE.EYE_OUTLINE;
            case LAPSED -> MaterialDesignE.EYE_OFF_OUTLINE;
            case ENDS_SOON -> MaterialDesignC.CLOCK_ALERT_OUTLINE;
            case ENDED -> MaterialDesignT.TIMER_OFF_OUTLINE;
            case REVOKED -> MaterialDesignC.CANCEL;
            case RETIRED -> MaterialDesignA.ARCHIVE_OUTLINE;
        };
    }

    public static Tone tone(DeviceState state) {
        return switch (state) {
            case TRUSTED -> Tone.SUCCESS;
            case LAPSED, ENDS_SOON -> Tone.WARNING;
            case UNSEEN, ENDED, RETIRED -> Tone.NEUTRAL;
            case REVOKED -> Tone.DANGER;
        };
    }
}
