package org.hearthkey.core.attest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Pem;

/// Sorts files by what they are.
///
/// @param lists revocation lists
/// @param unreadable the names of those that are nothing of use here
record ShownFiles(
        List<Certificate> certificates,
        List<CertificationDeclaration> declarations,
        List<SignedMessage> messages,
        List<MakerList> lists,
        List<String> unreadable) {
    /// More files, or certificates in them, than any device comes with.
    static final int MOST = 32;

    private static final int DER_SEQUENCE = 0x30;

    ShownFiles {
        certificates = List.copyOf(certificates);
        declarations = List.copyOf(declarations);
        messages = List.copyOf(messages);
        lists = List.copyOf(lists);
        unreadable = List.copyOf(unreadable);
    }

    static ShownFiles read(List<Shown> files) {
        var sorting = new Sorting();
        for (var file : files) {
            boolean fits = files.size() <= MOST && file.content().length <= Shown.MAX_LENGTH;
            if (!fits || !sorting.add(file.content())) {
                sorting.unreadable.add(file.name());
            }
        }
        return new ShownFiles(
                sorting.certificates.stream().distinct().toList(),
                sorting.declarations,
                sorting.messages,
                sorting.lists,
                sorting.unreadable);
    }

    private static final class Sorting {
        private final List<Certificate> certificates = new ArrayList<>();
        private final List<CertificationDeclaration> declarations = new ArrayList<>();
        private final List<SignedMessage> messages = new ArrayList<>();
        private final List<MakerList> lists = new ArrayList<>();
        private final List<String> unreadable = new ArrayList<>();

        boolean add(byte[] content) {
            if (content.length > 0 && content[0] == DER_SEQUENCE) {
                return addDer(content);
            }
            var text = new String(content, ISO_8859_1);
            var blocks = Pem.parse(text).filter(all -> !all.isEmpty());
            if (blocks.isPresent()) {
                return blocks.get().size() <= MOST
                        && blocks.get().stream()
                                .allMatch(block -> addDer(block.content().bytes()));
            }
            return base64(text).filter(this::addDer).isPresent();
        }

        private static Optional<byte[]> base64(String text) {
            try {
                var decoded = Base64.getDecoder().decode(text.strip());
                return decoded.length > 0 && decoded[0] == DER_SEQUENCE ? Optional.of(decoded) : Optional.empty();
            } catch (IllegalArgumentException notBase64) {
                return Optional.empty();
            }
        }

        private boolean addDer(byte[] der) {
            try {
                certificates.add(Certificate.read(der));
                return certificates.size() <= MOST;
            } catch (CertificateException another) {
                return addList(der) || addMessage(der);
            }
        }

        private boolean addList(byte[] der) {
            var list = MakerList.read(der);
            list.ifPresent(lists::add);
            return list.isPresent() && lists.size() <= MOST;
        }

        private boolean addMessage(byte[] der) {
            try {
                declarations.add(CertificationDeclaration.read(der));
                return true;
            } catch (BrokenRuleException another) {
                var message = SignedMessage.read(der);
                message.ifPresent(read -> {
                    certificates.addAll(read.certificates());
                    if (read.content().isPresent()) {
                        messages.add(read);
                    }
                });
                return message.isPresent() && certificates.size() <= MOST;
            }
        }
    }
}
