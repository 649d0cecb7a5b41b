package org.hearthkey.core.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hearthkey.core.name.HomeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    private static final HomeId HOME = new HomeId("k3pw7xqa");
    private static final TreeHash HASH = TreeHash.parse(ROOT).orElseThrow();

    @Test
    void readsTheExampleOfTheStandard() {
        var checkpoint = Checkpoint.parse("example.com/behind-the-sofa\n20852163\n" + ROOT + "\n");
        assertEquals(Optional.of(new Checkpoint("example.com/behind-the-sofa", 20_852_163, HASH)), checkpoint);
    }

    @Test
    void keepsTheLinesOfOtherPrograms() {
        var text = "example.com/log\n0\n" + ROOT + "\nmore\nand more\n";
        var checkpoint = Checkpoint.parse(text).orElseThrow();
        assertEquals(List.of("more", "and more"), checkpoint.extensions());
        assertEquals(text, checkpoint.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "origin\n7\n",
                "origin\n7\n" + ROOT,
                "\n7\n" + ROOT + "\n",
                "origin\n07\n" + ROOT + "\n",
                "origin\n-7\n" + ROOT + "\n",
                "origin\n+7\n" + ROOT + "\n",
                "origin\n9007199254740992\n" + ROOT + "\n",
                "origin\n99999999999999999999\n" + ROOT + "\n",
                "origin\n7\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
                "origin\n7\nCsUYapGGPo4d\n",
                "origin\n7\n" + ROOT + "\n\n",
                "origin\r\n7\n" + ROOT + "\n"
            })
    void refusesWhatIsNoCheckpoint(String text) {
        assertEquals(Optional.empty(), Checkpoint.parse(text));
    }

    @Test
    void paperIsFortyLettersInTenGroups() {
        var paper = PaperCheckpoint.of(HOME, 20_852_163, HASH);
        assertEquals("qqqn utwr ptz3 s653 sclg u8vs eqyq zj4g n0t5 dcd4", paper.toString());
        assertEquals(49, paper.toString().length());
        assertEquals(20_852_163, paper.size());
        assertEquals(Optional.of(paper), PaperCheckpoint.parse(HOME, paper.toString()));
        assertEquals(
                Optional.of(paper),
                PaperCheckpoint.parse(
                        HOME, paper.toString().toUpperCase(Locale.ROOT).replace(' ', '-')));
    }

    @Test
    void paperHoldsOneHundredAndThirtyBitsOfTheRoot() {
        var paper = PaperCheckpoint.of(HOME, 7, HASH);
        for (int bit = 0; bit < 130; bit++) {
            var bytes = HASH.bytes();
            bytes[bit / 8] ^= (byte) (0x80 >> bit % 8);
            assertNotEquals(paper, PaperCheckpoint.of(HOME, 7, TreeHash.of(bytes)));
        }
    }

    @Test
    void everySlipOfOneCharacterAndEverySwapIsCaught() {
        var paper = PaperCheckpoint.of(HOME, 7_301, HASH).toString().replace(" ", "");
        for (int i = 0; i < paper.length(); i++) {
            for (char wrong : "qpzry9x8gf2tvdw0s3jn54khce6mua7l1bio".toCharArray()) {
                var typed = paper.substring(0, i) + wrong + paper.substring(i + 1);
                assertEquals(
                        typed.equals(paper), PaperCheckpoint.parse(HOME, typed).isPresent(), typed);
            }
            for (int j = i + 1; j < paper.length(); j++) {
                var swapped = new StringBuilder(paper);
                swapped.setCharAt(i, paper.charAt(j));
                swapped.setCharAt(j, paper.charAt(i));
                var same = swapped.toString().equals(paper);
                assertEquals(
                        same, PaperCheckpoint.parse(HOME, swapped.toString()).isPresent());
            }
        }
        assertEquals(Optional.empty(), PaperCheckpoint.parse(HOME, paper.substring(1)));
        assertEquals(Optional.empty(), PaperCheckpoint.parse(HOME, paper + "q"));
    }

    @Test
    void thePaperOfAnotherHomeIsCaught() {
        var random = new SecureRandom();
        var paper = PaperCheckpoint.of(HOME, 7, HASH).toString();
        for (int i = 0; i < 1_000; i++) {
            assertEquals(Optional.empty(), PaperCheckpoint.parse(HomeId.random(random), paper));
        }
    }

    @Test
    void aJournalTooLongForPaperIsAMistake() {
        assertThrows(IllegalArgumentException.class, () -> PaperCheckpoint.of(HOME, 1L << 40, HASH));
        assertEquals(
                (1L << 40) - 1, PaperCheckpoint.of(HOME, (1L << 40) - 1, HASH).size());
    }
}
