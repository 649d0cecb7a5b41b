package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainTest {
    @Test
    void leavesOrdinaryTextAlone() {
        assertEquals("Türöffner, 門 🚪", Plain.text("Türöffner, 門 🚪"));
    }

    @Test
    void showsWhatATerminalWouldObey() {
        assertEquals("\\u{1b}[31mred\\u{9b}\\u{a}", Plain.text("\u001b[31mred\u009b\n"));
    }

    @Test
    void showsWhatTurnsReadingAround() {
        assertEquals("a\\u{202e}b\\u{2028}\\u{d800}", Plain.text("a\u202eb\u2028\ud800"));
    }

    @Test
    void alignsTheColumnsOfATable() {
        var table = new Table("Name", "Zone");
        table.add("Desk\nlamp", "lighting");
        assertEquals(
                List.of("Name           Zone", "Desk\\u{a}lamp  lighting"),
                table.lines().toList());
    }

    @Test
    void readsLengthsOfTime() {
        assertEquals(Optional.of(new Days(30)), Days.parse("30d"));
        assertEquals(Optional.of(new Days(14)), Days.parse("2w"));
        assertEquals(Optional.of(new Days(7)), Days.parse("7"));
        for (var wrong : List.of("", "d", "-1d", "1.5d", "30 d", "99999999999d", "٣d", "3m")) {
            assertEquals(Optional.empty(), Days.parse(wrong), wrong);
        }
    }
}
