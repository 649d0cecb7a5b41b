package org.hearthkey.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearthkey.app.camera.CameraException;
import org.hearthkey.app.camera.UnreadablePictureException;
import org.hearthkey.core.deliver.DeliveryException;
import org.hearthkey.core.deliver.Flaw;
import org.hearthkey.core.journal.StoreException;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.token.TokenTrouble;
import org.hearthkey.core.transport.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationsTest {
    private final FailureWords failures = FailureWords.in(Locale.ENGLISH);

    @ParameterizedTest
    @EnumSource
    void everyRefusalSaysWhatHappenedWhatIsSafeAndWhatToDo(Refusal refusal) {
        var told = RefusalWords.in(Locale.ENGLISH).explain(refusal);
        assertTrue(Stream.of(told.happened(), told.safe(), told.next()).allMatch(sentence -> sentence.endsWith(".")));
    }

    @Test
    void saysInWholeSecondsHowLongToWait() {
        var refusals = RefusalWords.in(Locale.ENGLISH);
        assertEquals(
                "Wait 1 second, then try again.",
                refusals.explainWait(Duration.ofMillis(20)).next());
        assertEquals(
                "Wait 60 seconds, then try again.",
                refusals.explainWait(Duration.ofMinutes(1)).next());
    }

    @Test
    void noRefusalWordsAreUnused() {
        var known = Arrays.stream(Refusal.values()).map(Refusal::text).collect(Collectors.toSet());
        known.add("too-soon");
        Arrays.stream(Offered.values()).map(Offered::key).forEach(known::add);
        assertEquals(known, bases("refusals"));
    }

    @Test
    void everyFlawOfABundleHasWordsAndNoneAreUnused() {
        var known = Arrays.stream(Flaw.Code.values()).map(Flaw.Code::text).collect(Collectors.toSet());
        assertEquals(known, Books.keys("flaws"));
        var told = FlawWords.in(Locale.ENGLISH).sentence(new Flaw(Flaw.Code.FILE_CHANGED, "root.pem"));
        assertEquals("root.pem is not what was written.", told);
    }

    @Test
    void everyReasonOfAFailureHasWordsAndNoneAreUnused() {
        var known = new TreeSet<>(Set.of("exists", "missing", "denied", "not-a-folder", "file", "other", "hit"));
        Arrays.stream(DeliveryException.Reason.values()).forEach(reason -> known.add("delivery." + key(reason)));
        Arrays.stream(CameraException.Trouble.values()).forEach(trouble -> known.add("camera." + key(trouble)));
        Arrays.stream(UnreadablePictureException.Reason.values())
                .forEach(reason -> known.add("picture." + key(reason)));
        Arrays.stream(StoreException.Cause.values()).forEach(cause -> known.add("store." + key(cause)));
        Arrays.stream(Trouble.values()).forEach(trouble -> known.add("transport." + key(trouble)));
        Arrays.stream(TokenTrouble.values()).forEach(trouble -> known.add("token." + key(trouble)));
        assertEquals(known, bases("failures"));
    }

    @Test
    void namesTheFileThatFailed() {
        for (var failed : Set.of(
                new FileAlreadyExistsException("lamp.pem"),
                new NoSuchFileException("lamp.pem"),
                new AccessDeniedException("lamp.pem"),
                new NotDirectoryException("lamp.pem"),
                new FileSystemException("lamp.pem", null, "No space left on device"))) {
            assertTrue(failures.explain(failed).happened().startsWith("lamp.pem "), failed.toString());
        }
    }

    @Test
    void saysWhatTheSystemSaysOfAnythingElse() {
        assertEquals(
                "A file or drive failed: Stale handle.",
                failures.explain(new IOException("Stale handle")).happened());
        assertEquals(
                "A file or drive failed: IOException.",
                failures.explain(new IOException()).happened());
    }

    @ParameterizedTest
    @ValueSource(strings = {"refusals", "failures", "flaws"})
    void everySentenceIsShortAndHasNoPlainApostrophe(String book) {
        for (var key : Books.keys(book)) {
            var text = Books.book(book).getString(key);
            Books.requireShortSentences(text);
            assertFalse(text.contains("'"), text);
        }
    }

    private static Set<String> bases(String book) {
        return Books.keys(book).stream()
                .map(key -> key.substring(0, key.lastIndexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String key(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
