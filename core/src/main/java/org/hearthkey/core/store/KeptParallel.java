package org.hearthkey.core.store;

import java.util.Optional;
import org.hearthkey.core.authority.ParallelKind;
import org.hearthkey.core.authority.ParallelRecords;
import org.hearthkey.core.authority.ParallelRoot;
import org.hearthkey.core.certificate.Der;

/// The experimental parallel root in the table `parallel_certificate`.
final class KeptParallel implements ParallelRecords {
    private final Rows rows;

    KeptParallel(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<ParallelRoot> root() {
        return rows.first("SELECT kind FROM parallel_certificate ORDER BY id", row -> row.getString(1))
                .flatMap(ParallelKind::parse)
                .map(kind -> new ParallelRoot(
                        kind,
                        rows.all(
                                "SELECT holder, der FROM parallel_certificate ORDER BY id",
                                row -> new ParallelRoot.Parallel(row.getString(1), new Der(row.getBytes(2))))));
    }

    @Override
    public void keep(ParallelRoot root) {
        remove();
        for (var each : root.certificates()) {
            rows.insert(
                    "INSERT INTO parallel_certificate(holder, kind, der) VALUES (?, ?, ?)",
                    each.of(),
                    root.kind().code(),
                    each.der().bytes());
        }
    }

    @Override
    public void remove() {
        rows.change("DELETE FROM parallel_certificate");
    }
}
