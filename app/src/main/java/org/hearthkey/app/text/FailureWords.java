package org.hearthkey.app.text;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hearthkey.app.camera.UnreadablePictureException;
import org.hearthkey.core.deliver.DeliveryException;
import org.hearthkey.core.deliver.HitException;
import org.hearthkey.core.journal.StoreException;
import org.hearthkey.core.token.TokenException;
import org.hearthkey.core.transport.TransportException;

/// Says what failed when a file or a drive did.
public final class FailureWords {
    private final Words words;
    private final FindingWords findings;

    private FailureWords(Words words) {
        this.words = words;
        findings = FindingWords.in(words.locale());
    }

    /// Words in the language nearest to `locale`.
    public static FailureWords in(Locale locale) {
        return new FailureWords(Words.of("failures", locale));
    }

    /// Explains what failed, from the most telling fact that is known of it.
    public Explanation explain(IOException failed) {
        return switch (failed) {
            case DeliveryException delivery -> explain("delivery", delivery.reason());
            case HitException hit -> Explanation.of(words, "hit", hits(hit));
            case TransportException onTheWay -> explain("transport", onTheWay.trouble());
            case TokenException token -> explain("token", token.trouble());
            case UnreadablePictureException picture -> explain("picture", picture.reason());
            case FileSystemException about when about.getFile() != null -> explain(about, about.getFile());
            default -> Explanation.of(words, "other", told(failed));
        };
    }

    /// What failed, to be told within a sentence.
    public String briefly(IOException failed) {
        var happened = explain(failed).happened();
        return happened.endsWith(".") ? happened.substring(0, happened.length() - 1) : happened;
    }

    /// Explains what failed under an open home.
    public Explanation explain(StoreException failed) {
        return explain("store", failed.kind());
    }

    private Explanation explain(FileSystemException failed, String file) {
        var kind = switch (failed) {
            case FileAlreadyExistsException _ -> "exists";
            case NoSuchFileException _ -> "missing";
            case AccessDeniedException _ -> "denied";
            case NotDirectoryException _ -> "not-a-folder";
            default -> "file";
        };
        return Explanation.of(words, kind, file, String.valueOf(failed.getReason()));
    }

    private Explanation explain(String about, Enum<?> reason) {
        return Explanation.of(
                words, about + "." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private String hits(HitException hit) {
        return hit.hits().stream().map(findings::sentence).collect(Collectors.joining(". "));
    }

    private static String told(IOException failed) {
        return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
    }
}
