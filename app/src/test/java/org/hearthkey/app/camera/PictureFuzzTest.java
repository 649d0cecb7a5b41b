package org.hearthkey.app.camera;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// Any bytes whatever where a picture of a code is read.
class PictureFuzzTest {
    @FuzzTest
    void pictures(byte[] file) {
        try {
            assertNotNull(PictureReader.read(file).texts());
        } catch (UnreadablePictureException refused) {
            assertNotNull(refused.reason());
        }
    }
}
