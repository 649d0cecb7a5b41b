package org.hearthkey.app.text;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hearthkey.core.deliver.DeliveryState;
import org.hearthkey.core.deliver.HubStates;
import org.hearthkey.core.deliver.Isolation;
import org.hearthkey.core.deliver.ProbeResult;
import org.hearthkey.core.deliver.SaidResult;
import org.hearthkey.core.deliver.Trying;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.probe.Verdict;

/// Says how far lists have come, and what became of trying whether they are in force.
public final class ProbeWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Words words;
    private final FailureWords failures;

    private ProbeWords(Words words) {
        this.words = words;
        failures = FailureWords.in(words.locale());
    }

    /// Words in the language nearest to `locale`.
    public static ProbeWords in(Locale locale) {
        return new ProbeWords(Words.of("probes", locale));
    }

    public String state(DeliveryState state) {
        return words.text("state." + state.code());
    }

    /// What became of trying a listener, and who tried it.
    public Explanation explain(Trying result) {
        var listener = result.listener();
        var reason = switch (result.outcome()) {
            case LOCKED_OUT -> verdict(result.control());
            case ENFORCED, NOT_ENFORCED, UNPROVEN -> verdict(result.canary());
        };
        return Explanation.of(
                words,
                switch (result) {
                    case ProbeResult _ -> result.outcome().code();
                    case SaidResult _ -> "said." + result.outcome().code();
                },
                listener.hub().text(),
                listener.zone().display(),
                listener.address().text(),
                Dates.dayAndTimeHere(result.at()),
                reason,
                verdict(result.control()));
    }

    /// What a listener did with a certificate, in a few words.
    public String verdict(Verdict verdict) {
        return words.text("verdict." + verdict.code().replace(' ', '.'));
    }

    /// Whether a revoked device is turned away.
    public String sentence(HubStates.Refusal refusal) {
        return switch (refusal) {
            case HubStates.Refusal.Since(var at, var hubs) ->
                words.text("refused.since", Dates.dayAndTimeHere(at), hubs.size(), names(hubs));
            case HubStates.Refusal.NotProven _ -> words.text("refused.not-proven");
            case HubStates.Refusal.StillLetIn(var seen, var hub) ->
                words.text("refused.still-let-in", Dates.dayAndTimeHere(seen), hub.text());
        };
    }

    private static String names(List<HubName> hubs) {
        return hubs.stream().map(HubName::text).collect(Collectors.joining(", "));
    }

    /// One step of cutting a device off.
    public String sentence(Isolation.Step step) {
        var time = TIME.format(step.at().atZone(ZoneId.systemDefault()));
        return switch (step) {
            case Isolation.Step.Revoked(var _, var list) -> words.text("step.revoked", time, list.toString());
            case Isolation.Step.Handed(var _, var hub, var _) -> words.text("step.handed", time, hub);
            case Isolation.Step.NotHanded(var _, var hub, var cause) ->
                words.text("step.not-handed", time, hub, failures.briefly(cause));
            case Isolation.Step.CutOff(var _, var hub, var seen) ->
                seen.map(took -> words.text("step.cut-off.seen", time, hub, Long.toString(took.toMillis())))
                        .orElseGet(() -> words.text("step.cut-off", time, hub));
            case Isolation.Step.StillConnected(var _, var hub) -> words.text("step.still-connected", time, hub);
            case Isolation.Step.NotCutOff(var _, var hub, var trouble) ->
                words.text("step.not-cut-off." + trouble.code(), time, hub);
            case Isolation.Step.Tried(var result) ->
                time + " " + explain(result).happened();
        };
    }
}
