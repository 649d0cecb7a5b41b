package org.hearthkey.core.authority;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// The entries of a revocation list in DER: those of runs, one after the other.
record ListBody(List<EntryRun> runs) {
    ListBody {
        runs = List.copyOf(runs);
    }

    long length() {
        return runs.stream().mapToLong(EntryRun::length).sum();
    }

    void writeTo(OutputStream out) throws IOException {
        for (var run : runs) {
            run.writeTo(out);
        }
    }
}
