package org.hearthkey.app.camera;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.hearthkey.app.camera.HardPictures.Hard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

class HardPicturesTest {
    private static final long SEED = 20261123;
    private static final int COUNT = 200;

    /// 168 were read when this was written. A change must not fall far behind.
    private static final int LEAST = 150;

    @TempDir
    Path folder;

    @Test
    void readsMostHardPicturesAndNoneWrongly(TestReporter reporter) throws Exception {
        var pictures = HardPictures.of(SEED, COUNT);
        var read = pictures.parallelStream()
                .map(hard -> QrPicture.of(hard.image()).texts())
                .toList();
        int right = 0;
        var wrong = new ArrayList<String>();
        for (int i = 0; i < COUNT; i++) {
            var hard = pictures.get(i);
            right += read.get(i).contains(hard.text()) ? 1 : 0;
            read.get(i).stream().filter(text -> !text.equals(hard.text())).forEach(wrong::add);
        }
        var beside = zbar(pictures).map(Object::toString).orElse("zbarimg is not installed");
        reporter.publishEntry(Map.of("hard pictures read", right + " of " + COUNT, "by zbarimg", beside));
        assertEquals(List.of(), wrong);
        assertTrue(right >= LEAST, right + " of " + COUNT + " were read; by zbarimg: " + beside);
    }

    /// How many of the pictures zbarimg reads, where it is installed.
    private Optional<Integer> zbar(List<Hard> pictures) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"));
        Set<String> expected = new HashSet<>();
        for (var hard : pictures) {
            var file = folder.resolve(command.size() + ".png").toFile();
            ImageIO.write(hard.image(), "png", file);
            command.add(file.toString());
            expected.add(hard.text());
        }
        Process zbar;
        try {
            zbar = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
        var said = new String(zbar.getInputStream().readAllBytes(), UTF_8);
        zbar.waitFor();
        return Optional.of(
                (int) said.lines().distinct().filter(expected::contains).count());
    }
}
