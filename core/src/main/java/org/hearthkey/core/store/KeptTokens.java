package org.hearthkey.core.store;

import java.time.Instant;
import java.util.List;
import org.hearthkey.core.token.TokenUri;

/// On which tokens a home's root key lies, in the table `token`.
public final class KeptTokens {
    private final Rows rows;

    KeptTokens(Rows rows) {
        this.rows = rows;
    }

    /// Where the root key was put, the oldest place first.
    public List<TokenUri> all() {
        return rows.all(
                "SELECT uri FROM token ORDER BY id",
                row -> TokenUri.parse(row.getString(1)).orElseThrow());
    }

    /// Forgets all places: what lies there is no key of the root any more. Only inside a commit.
    public void clear() {
        rows.change("DELETE FROM token");
    }

    /// Notes one more token. Only inside a commit.
    public void add(TokenUri uri, Instant added) {
        rows.insert("INSERT INTO token(uri, added) VALUES (?, ?)", uri.text(), added.getEpochSecond());
    }
}
