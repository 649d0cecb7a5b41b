package org.hearthkey.app.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// One book of words. Keys read `screen.element.purpose`.
public final class Words {
    private final ResourceBundle bundle;

    private Words(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /// The words of the window in the language nearest to `locale`.
    public static Words in(Locale locale) {
        return of("words", locale);
    }

    /// The words of the command line in the language nearest to `locale`.
    public static Words ofCommands(Locale locale) {
        return of("commands", locale);
    }

    static Words of(String book, Locale locale) {
        return new Words(ResourceBundle.getBundle("org.hearthkey.app.text." + book, locale));
    }

    boolean has(String key) {
        return bundle.containsKey(key);
    }

    /// The words with this key.
    ///
    /// @throws java.util.MissingResourceException if there is no such key
    public String text(String key) {
        return bundle.getString(key);
    }

    /// A sentence with its gaps filled, by the rules of [MessageFormat].
    public String text(String key, Object... gaps) {
        return new MessageFormat(bundle.getString(key), locale()).format(gaps);
    }

    /// The language the words are in.
    public Locale locale() {
        return bundle.getLocale().getLanguage().isEmpty() ? Locale.ENGLISH : bundle.getLocale();
    }
}
