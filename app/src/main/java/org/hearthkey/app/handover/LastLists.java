package org.hearthkey.app.handover;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.home.Home;

/// Writes the last lists of a home that is handed over, for whoever goes on with its hub: each by itself, all in one file, and the
/// root that they end with.
public final class LastLists {
    private LastLists() {}

    /// Writes them.
    ///
    /// @return what was written
    public static List<Path> write(Home home, NewFiles files) throws IOException {
        var contents = contents(home);
        try (files) {
            for (var name : contents.keySet()) {
                files.reserve(name);
            }
            for (var file : contents.entrySet()) {
                files.write(file.getKey(), file.getValue().getBytes(US_ASCII));
            }
            return files.keep();
        }
    }

    private static Map<String, String> contents(Home home) {
        var contents = new LinkedHashMap<String, String>();
        contents.put("root.pem", home.issuers().root().certificate().pem());
        var all = new StringBuilder();
        for (var list : home.lists().newest()) {
            var pem = home.lists().crl(list.issuer()).orElseThrow().pem();
            contents.put(name(list.issuer()), pem);
            all.append(pem);
        }
        contents.put("crl-all.pem", all.toString());
        return contents;
    }

    private static String name(Role issuer) {
        return issuer.code() + "-crl.pem";
    }
}
