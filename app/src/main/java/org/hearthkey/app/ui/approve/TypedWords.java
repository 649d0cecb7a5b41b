package org.hearthkey.app.ui.approve;

import org.hearthkey.app.text.KindWords;
import org.hearthkey.app.text.Words;
import org.hearthkey.core.scan.TypedCode;

/// Says after each key whether what was typed is a code, and whether its check digit agrees.
final class TypedWords {
    private final Words words;
    private final KindWords kinds;

    TypedWords(Words words) {
        this.words = words;
        kinds = KindWords.in(words.locale());
    }

    /// One line; empty where nothing was typed.
    String judge(String typed) {
        if (typed.isBlank()) {
            return "";
        }
        var code = TypedCode.of(typed);
        return switch (code.progress()) {
            case UNFINISHED -> words.text("approve.typed.unfinished");
            case WHOLE ->
                code.check() == TypedCode.Check.HOLDS
                        ? words.text("approve.typed.checked", code.text())
                        : words.text(
                                "approve.typed.whole", kinds.name(code.kinds().getFirst()));
            case MISTYPED -> words.text("approve.typed.mistyped");
            case IMPOSSIBLE -> words.text("approve.typed.impossible");
        };
    }
}
