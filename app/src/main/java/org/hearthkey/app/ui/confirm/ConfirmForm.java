package org.hearthkey.app.ui.confirm;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.hearthkey.core.approve.Challenge;
import org.hearthkey.core.approve.Confirmation;

/// How the owner makes sure that what asks is the device in front of them: by having it in hand, or by comparing six digits.
public final class ConfirmForm {
    private static final Pattern SIX = Pattern.compile("[0-9]{6}");

    private final SecureRandom random;
    private final BooleanProperty inHand = new SimpleBooleanProperty();
    private final StringProperty answer = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Challenge>> challenge = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param random draws the digits
    public ConfirmForm(SecureRandom random) {
        this.random = random;
    }

    /// Whether the owner says that the device is in hand.
    public BooleanProperty inHandProperty() {
        return inHand;
    }

    /// The digits that the device shows, as they are typed.
    public StringProperty answerProperty() {
        return answer;
    }

    /// The digits for the device, where digits are compared.
    public ReadOnlyObjectProperty<Optional<Challenge>> challengeProperty() {
        return challenge.getReadOnlyProperty();
    }

    /// Draws new digits to compare. They are drawn after the key was shown, so that no key can be made to fit them.
    public void compareDigits() {
        inHand.set(false);
        answer.set("");
        challenge.set(Optional.of(Challenge.random(random)));
    }

    /// Compares no digits: begins anew with nothing said.
    public void clear() {
        inHand.set(false);
        answer.set("");
        challenge.set(Optional.empty());
    }

    /// What was done, once it is done.
    public Optional<Confirmation> confirmation() {
        return challenge.get().isPresent()
                ? challenge.get().flatMap(this::answered)
                : Optional.<Confirmation>of(new Confirmation.Presence()).filter(_ -> inHand.get());
    }

    private Optional<Confirmation> answered(Challenge asked) {
        var typed = answer.get().replace(" ", "");
        return SIX.matcher(typed).matches() ? Optional.of(new Confirmation.Digits(asked, typed)) : Optional.empty();
    }

    /// Calls `changed` whenever the owner says something else.
    public void onChange(Runnable changed) {
        inHand.subscribe(changed);
        answer.subscribe(changed);
        challenge.subscribe(changed);
    }
}
