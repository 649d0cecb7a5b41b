package org.hearthkey.app.ui.timeline;

import javafx.scene.input.KeyEvent;

/// What the keys do while the chart has the focus.
final class ChartKeys {
    private final TimelineViewModel model;
    private final Runnable explain;
    private final Runnable hide;

    ChartKeys(TimelineViewModel model, Runnable explain, Runnable hide) {
        this.model = model;
        this.explain = explain;
        this.hide = hide;
    }

    void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean known = true;
        switch (event.getCode()) {
            case UP -> move(model::previous);
            case DOWN -> move(model::next);
            case HOME -> move(model::first);
            case END -> move(model::last);
            case LEFT -> move(() -> model.walk(-1));
            case RIGHT -> move(() -> model.walk(1));
            case PLUS, ADD, EQUALS -> model.zoomIn();
            case MINUS, SUBTRACT -> model.zoomOut();
            case T -> model.today();
            case ENTER, R -> model.open();
            case ESCAPE -> hide.run();
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    private void move(Runnable step) {
        hide.run();
        step.run();
        explain.run();
    }
}
