package org.hearthkey.core.deliver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// Any bytes whatever where a bundle's manifest is read.
class ManifestFuzzTest {
    @FuzzTest
    void manifests(byte[] bytes) {
        Manifest.parse(bytes).ifPresent(manifest -> assertArrayEquals(bytes, manifest.bytes()));
    }
}
