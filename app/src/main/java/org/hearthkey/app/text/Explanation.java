package org.hearthkey.app.text;

/// What people are told when something did not work.
///
/// @param happened what happened
/// @param safe what is still safe
/// @param next what to do
public record Explanation(String happened, String safe, String next) {
    static Explanation of(Words words, String key, Object... gaps) {
        return new Explanation(
                words.text(key + ".happened", gaps), words.text(key + ".safe", gaps), words.text(key + ".next", gaps));
    }

    /// The three sentences in one line.
    @Override
    public String toString() {
        return happened + " " + safe + " " + next;
    }
}
