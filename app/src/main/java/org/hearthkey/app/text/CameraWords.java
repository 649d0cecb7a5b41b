package org.hearthkey.app.text;

import java.util.Locale;
import java.util.Optional;
import org.hearthkey.app.camera.Camera;
import org.hearthkey.app.camera.CameraException.Trouble;

/// Says why a camera gives no pictures, and what to do.
public final class CameraWords {
    private final Words failures;
    private final Words words;

    private CameraWords(Words failures, Words words) {
        this.failures = failures;
        this.words = words;
    }

    /// Words in the language nearest to `locale`.
    public static CameraWords in(Locale locale) {
        return new CameraWords(Words.of("failures", locale), Words.in(locale));
    }

    /// Explains what is the matter with a camera.
    ///
    /// @param camera which one, where it is known
    public Explanation explain(Trouble trouble, Optional<Camera> camera) {
        var key = "camera." + trouble.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Explanation.of(failures, key, camera.map(Camera::name).orElse(words.text("approve.camera.nameless")));
    }
}
