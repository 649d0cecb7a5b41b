package org.hearthkey.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.app.text.FindingWords;
import org.hearthkey.core.approve.Alarm;
import org.hearthkey.core.approve.Review;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;

/// Says who tried to pass for another device.
final class AlarmTelling {
    private final Session session;
    private final Home home;
    private final FindingWords sentences;

    AlarmTelling(Session session, Home home) {
        this.session = session;
        this.home = home;
        sentences = FindingWords.in(session.words().locale());
    }

    /// Raises the alarms that a refused review is worth, and tells people of them.
    List<Alarm> raise(Review review) {
        var raised = home.alarms().refused(review);
        for (var alarm : raised) {
            session.answers().remark(Plain.text(session.words().text("alarm.raised", sentence(alarm))));
            device(alarm)
                    .map(device ->
                            session.words().text("alarm.still", device.name().text()))
                    .ifPresent(session.answers()::remark);
        }
        return raised;
    }

    /// The end of a command whose review refuses.
    StoppedException refused(Review review) {
        var raised = raise(review);
        var refusal = session.findings().refusal(review.findings());
        if (raised.isEmpty()) {
            return refusal;
        }
        var document = new LinkedHashMap<>(refusal.document());
        document.put("alarms", raised.stream().map(Alarm::code).toList());
        return new StoppedException(refusal.exit(), refusal.lines(), document);
    }

    void tell(List<Alarm> alarms) {
        session.answers().give(() -> alarms.stream().map(this::document).toList(), () -> table(alarms));
    }

    private Map<String, Object> document(Alarm alarm) {
        var document = new LinkedHashMap<String, Object>();
        document.put("raised", alarm.raised().toString());
        document.put("code", alarm.code());
        document.put("text", sentence(alarm));
        device(alarm).ifPresent(device -> document.put("device", device.name().text()));
        return document;
    }

    private Stream<String> table(List<Alarm> alarms) {
        var words = session.words();
        if (alarms.isEmpty()) {
            return Stream.of(words.text("alarm.none"));
        }
        var table = new Table(words.text("alarm.number"), words.text("alarm.at"), words.text("alarm.what"));
        for (var alarm : alarms) {
            var number = Integer.toString(alarms.indexOf(alarm) + 1);
            table.add(number, session.dates().dayAndTime(alarm.raised()), sentence(alarm));
        }
        return table.lines();
    }

    private Optional<Device> device(Alarm alarm) {
        return alarm.device().flatMap(home.devices()::find);
    }

    private String sentence(Alarm alarm) {
        return sentences.sentence(new Finding(alarm.code(), Weight.REFUSAL, alarm.facts(), ""));
    }
}
