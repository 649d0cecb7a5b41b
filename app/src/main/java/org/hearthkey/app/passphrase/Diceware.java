package org.hearthkey.app.passphrase;

import java.security.SecureRandom;
import java.util.List;
import me.gosimple.nbvcxz.resources.DictionaryUtil;
import org.hearthkey.core.secret.SecretChars;

/// Draws a passphrase by chance: words of the EFF's large list, which nbvcxz carries, with spaces between them.
///
/// @see <a href="https://www.eff.org/dice">EFF: dice-generated passphrases</a>
public final class Diceware {
    public static final int FEWEST_WORDS = 6;
    public static final int MOST_WORDS = 12;

    private final List<String> list;

    private Diceware(List<String> list) {
        this.list = list;
    }

    /// Reads the list, which takes some tens of milliseconds.
    public static Diceware read() {
        return new Diceware(DictionaryUtil.loadUnrankedDictionary(DictionaryUtil.eff_large).keySet().stream()
                .sorted()
                .toList());
    }

    /// The words that may be drawn: 7776, as many as five dice can show.
    List<String> words() {
        return list;
    }

    /// How many bits of chance are in so many words, rounded down.
    public int bits(int words) {
        return (int) (words * Math.log(list.size()) / Math.log(2));
    }

    /// Draws so many words, each as likely as any other.
    ///
    /// @param words [#FEWEST_WORDS] to [#MOST_WORDS]
    public SecretChars suggest(int words, SecureRandom random) {
        if (words < FEWEST_WORDS || words > MOST_WORDS) {
            throw new IllegalArgumentException("Not a number of words for a passphrase: " + words);
        }
        var drawn = new String[words];
        int length = words - 1;
        for (int i = 0; i < words; i++) {
            drawn[i] = list.get(random.nextInt(list.size())); // nextInt draws again rather than favor the first words
            length += drawn[i].length();
        }
        var letters = new char[length];
        int at = 0;
        for (String word : drawn) {
            if (at > 0) {
                letters[at++] = ' ';
            }
            word.getChars(0, word.length(), letters, at);
            at += word.length();
        }
        return SecretChars.owning(letters);
    }
}
