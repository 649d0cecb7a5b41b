package org.hearthkey.core.deliver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.certificate.Pem;
import org.hearthkey.core.deliver.Flaw.Code;

/// The files of a bundle as what they are. Whatever cannot be read is a flaw, once.
///
/// @param files by their paths
/// @param flaws where to add what is found
record BundleParts(Map<String, byte[]> files, Set<Flaw> flaws) {
    /// The paths that begin like this.
    SortedSet<String> below(String folder) {
        var paths = new TreeSet<String>();
        files.keySet().stream().filter(path -> path.startsWith(folder)).forEach(paths::add);
        return paths;
    }

    /// All lists in a file that holds nothing else.
    List<Crl> lists(String path) {
        var lists = new ArrayList<Crl>();
        var blocks = content(path).flatMap(content -> Pem.parse(new String(content, ISO_8859_1)));
        for (var block : blocks.orElse(List.of())) {
            list(block.content().bytes(), path).ifPresent(lists::add);
        }
        return lists;
    }

    Optional<Crl> list(String path) {
        return content(path).flatMap(content -> list(content, path));
    }

    private Optional<Crl> list(byte[] content, String path) {
        try {
            return Optional.of(Crl.read(content));
        } catch (CRLException malformed) {
            flaws.add(new Flaw(Code.LIST_MALFORMED, path));
            return Optional.empty();
        }
    }

    Optional<Certificate> certificate(String path) {
        var content = content(path);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Certificate.read(content.get()));
        } catch (CertificateException malformed) {
            flaws.add(new Flaw(Code.CERTIFICATE_MALFORMED, path));
            return Optional.empty();
        }
    }

    Optional<byte[]> content(String path) {
        var content = Optional.ofNullable(files.get(path));
        flawIf(content.isEmpty(), Code.FILE_MISSING, path);
        return content;
    }

    void flawIf(boolean wrong, Code code, String path) {
        if (wrong) {
            flaws.add(new Flaw(code, path));
        }
    }
}
