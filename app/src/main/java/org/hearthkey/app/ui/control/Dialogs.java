package org.hearthkey.app.ui.control;

/// Shows one dialog at a time over the window. Esc means the dialog's safe way out.
public interface Dialogs {
    void show(DialogCard card);

    /// Takes the dialog away, if there is one.
    void hide();
}
