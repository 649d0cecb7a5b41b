package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.app.text.FlawWords;
import org.hearthkey.core.deliver.BundleReader;
import org.hearthkey.core.deliver.BundleVerdict;
import org.hearthkey.core.deliver.Flaw;
import org.hearthkey.core.deliver.Manifest;
import org.hearthkey.core.key.Fingerprint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "bundle", description = "Check a bundle that was handed out. Needs no home.")
final class BundleCommands {
    private final Session session;

    BundleCommands(Session session) {
        this.session = session;
    }

    @Command(description = "Check a bundle as a careful hub would: every byte, its signatures, every list.")
    int verify(
            @Parameters(paramLabel = "DIR", description = "The folder that holds the folder hearthkey.") Path directory,
            @Option(
                            names = "--root",
                            paramLabel = "FINGERPRINT",
                            description = "The root it must come from. Without it: the root inside, whoever's that is.")
                    Optional<Fingerprint> root,
            @Option(
                            names = "--second-signer",
                            paramLabel = "FINGERPRINT",
                            description =
                                    "The key of the second signer, as in `home show`. Without it: the key inside.")
                    Optional<Fingerprint> secondSigner)
            throws StoppedException, IOException {
        var expected = new BundleReader.Expected(root, secondSigner);
        return switch (BundleReader.verify(directory, session.now(), expected)) {
            case BundleVerdict.Sound sound -> tell(sound);
            case BundleVerdict.Unsound(var flaws) -> tell(flaws);
            case BundleVerdict.Interrupted() ->
                throw new StoppedException(Exit.REFUSED, session.words().text("bundle.interrupted"));
            case BundleVerdict.Missing() ->
                throw new StoppedException(Exit.FAILED, session.words().text("bundle.missing", directory));
        };
    }

    private int tell(BundleVerdict.Sound sound) {
        var manifest = sound.manifest();
        var fingerprint = sound.root().fingerprint();
        var secondSigner = manifest.secondSigner().map(Fingerprint::hex).orElseThrow();
        session.answers()
                .give(
                        () -> document(manifest, fingerprint, secondSigner),
                        () -> Stream.of(
                                session.words()
                                        .text(
                                                "bundle.sound",
                                                manifest.number(),
                                                manifest.home().text(),
                                                session.dates().day(manifest.validUntil())),
                                session.words().text("bundle.root", fingerprint.words(), fingerprint.hex()),
                                session.words().text("bundle.second-signer", secondSigner)));
        return Exit.DONE.code();
    }

    private static Map<String, Object> document(Manifest manifest, Fingerprint root, String secondSigner) {
        var document = new LinkedHashMap<String, Object>();
        document.put("sound", true);
        document.put("bundleNumber", manifest.number());
        document.put("homeId", manifest.home().text());
        document.put("rootFingerprint", root.hex());
        document.put("secondSigner", secondSigner);
        document.put("created", manifest.created().toString());
        document.put("validUntil", manifest.validUntil().toString());
        document.put("files", manifest.entries().stream().map(Documents::file).toList());
        return document;
    }

    private int tell(List<Flaw> flaws) {
        var words = FlawWords.in(Locale.ENGLISH);
        session.answers()
                .give(
                        () -> {
                            var document = new LinkedHashMap<String, Object>();
                            document.put("sound", false);
                            document.put(
                                    "flaws",
                                    flaws.stream()
                                            .map(flaw -> document(flaw, words))
                                            .toList());
                            return document;
                        },
                        () -> Stream.concat(
                                flaws.stream().map(words::sentence).map(Plain::text),
                                advice(flaws).map(session.words()::text)));
        return Exit.REFUSED.code();
    }

    /// Who is forged or has changed must not just export it again.
    private static Stream<String> advice(List<Flaw> flaws) {
        return flaws.stream().anyMatch(flaw -> flaw.code() == Flaw.Code.SECOND_SIGNER_OTHER)
                ? Stream.of("bundle.second-signer.other")
                : Stream.of("bundle.unsound");
    }

    private static Map<String, Object> document(Flaw flaw, FlawWords words) {
        var document = new LinkedHashMap<String, Object>();
        document.put("code", flaw.code().text());
        document.put("path", flaw.path());
        document.put("text", words.sentence(flaw));
        return document;
    }
}
