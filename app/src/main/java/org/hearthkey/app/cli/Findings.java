package org.hearthkey.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearthkey.app.text.FindingWords;
import org.hearthkey.app.text.Words;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;

/// What rules found, for people and for scripts.
final class Findings {
    private final FindingWords sentences;
    private final Words words;

    Findings(FindingWords sentences, Words words) {
        this.sentences = sentences;
        this.words = words;
    }

    List<Map<String, Object>> documents(List<Finding> findings) {
        return findings.stream().map(this::document).toList();
    }

    List<String> lines(List<Finding> findings) {
        return findings.stream().map(this::line).toList();
    }

    /// The end of a command that a rule refused.
    StoppedException refusal(List<Finding> findings) {
        var lines = new ArrayList<>(lines(findings));
        lines.add(words.text("refused.unchanged"));
        return new StoppedException(Exit.REFUSED, lines, Map.of("findings", documents(findings)));
    }

    /// The end of a command that a rule refused.
    ///
    /// @param what what it refused, in a sentence
    StoppedException refusal(String what, List<Finding> findings) {
        var refusal = refusal(findings);
        var lines = new ArrayList<>(refusal.lines());
        lines.addFirst(what);
        return new StoppedException(refusal.exit(), lines, refusal.document());
    }

    static boolean refuse(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.weight() == Weight.REFUSAL);
    }

    private Map<String, Object> document(Finding finding) {
        var document = new LinkedHashMap<String, Object>();
        document.put("code", finding.code());
        document.put("weight", finding.weight().code());
        document.put("text", sentences.text(finding));
        document.put("clause", finding.clause());
        return document;
    }

    private String line(Finding finding) {
        var mark = switch (finding.weight()) {
            case SUPPORT -> "+ ";
            case NOTE -> "  ";
            case CAUTION -> "! ";
            case REFUSAL -> "x ";
        };
        return Plain.text(mark + sentences.text(finding));
    }
}
