package org.hearthkey.app.ui.zones;

import org.hearthkey.app.text.Words;
import org.hearthkey.core.attest.Grade;
import org.hearthkey.core.device.ZoneRules;

/// What a zone asks of devices, in plain sentences.
record RuleWords(Words words) {
    String sentence(ZoneRules.SetUp setUp) {
        return words.text(
                switch (setUp) {
                    case AT_ONCE -> "zones.at-once.rule";
                    case FRESH_KEY -> "zones.fresh-key.rule";
                });
    }

    String sentence(ZoneRules.Pairing pairing) {
        return words.text(
                switch (pairing) {
                    case ANY_TIME -> "zones.any-time.rule";
                    case IN_WINDOW -> "zones.in-window.rule";
                });
    }

    String sentence(Grade least) {
        return words.text(
                switch (least) {
                    case NONE -> "zones.no-maker.rule";
                    case CLAIMED -> "zones.claimed.rule";
                    case ATTESTED -> "zones.attested.rule";
                });
    }
}
