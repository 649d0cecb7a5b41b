package org.hearthkey.app.preference;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;

/// Any bytes whatever in the file of preferences.
class PreferencesFuzzTest {
    @FuzzTest
    void files(byte[] bytes) throws IOException {
        var file = Files.createTempFile("preferences", ".properties");
        try {
            Files.write(file, bytes);
            assertNotNull(new PreferencesFile(file).read());
        } catch (CharacterCodingException notUtf8) {
            assertNotNull(notUtf8);
        } finally {
            Files.delete(file);
        }
    }
}
