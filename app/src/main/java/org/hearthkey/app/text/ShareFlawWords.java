package org.hearthkey.app.text;

import java.util.Locale;
import org.hearthkey.core.recovery.ShareException;
import org.hearthkey.core.recovery.ShareWords;

/// Says what is wrong with the words of a recovery sheet, or with sheets that should go together.
public final class ShareFlawWords {
    private final Words words;

    private ShareFlawWords(Words words) {
        this.words = words;
    }

    /// Words in the language nearest to `locale`.
    public static ShareFlawWords in(Locale locale) {
        return new ShareFlawWords(Words.in(locale));
    }

    public String sentence(ShareException flawed) {
        return switch (flawed.flaw()) {
            case UNKNOWN_WORD -> words.text("recovery.flaw.unknown-word", flawed.position());
            case WORD_COUNT -> words.text("recovery.flaw.word-count", flawed.position(), ShareWords.USUAL);
            case CHECKSUM -> words.text("recovery.flaw.checksum");
            case NOT_A_SHARE -> words.text("recovery.flaw.not-a-share");
            case OTHER_SET -> words.text("recovery.flaw.other-set");
            case CONFLICT -> words.text("recovery.flaw.conflict");
            case TOO_FEW -> words.text("recovery.flaw.too-few");
            case DIGEST -> words.text("recovery.flaw.digest");
        };
    }
}
