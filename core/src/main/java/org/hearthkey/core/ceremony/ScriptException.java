package org.hearthkey.core.ceremony;

/// A script that is not read, and where it fails.
public final class ScriptException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final ScriptFlaw flaw;
    private final String wanted;

    /// @param line counts from 1
    /// @param wanted what is due there, as it would be typed; empty where that says nothing
    ScriptException(int line, ScriptFlaw flaw, String wanted) {
        super("Line " + line + ": " + flaw.code());
        this.line = line;
        this.flaw = flaw;
        this.wanted = wanted;
    }

    public int line() {
        return line;
    }

    public ScriptFlaw flaw() {
        return flaw;
    }

    public String wanted() {
        return wanted;
    }
}
