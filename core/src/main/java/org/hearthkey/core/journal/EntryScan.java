package org.hearthkey.core.journal;

import java.util.Arrays;

/// Looks through an entry's bytes once, without building what they say: a journal may have a million. It knows only plain
/// ASCII without escapes, and so says yes to most entries and never to one that [JournalEntry#read] would not read; for all
/// others that has the say.
final class EntryScan {
    private static final int AT_LENGTH = 20;
    private static final int HASH_LENGTH = 64;
    private static final int MOST_DIGITS = 15;
    private static final String AT_FORM = "dddd-dd-ddTdd:dd:ddZ";

    private final byte[] json;
    private int at;

    private EntryScan(byte[] json) {
        this.json = json;
    }

    /// Whether this is surely an entry whose details have the hash that it names.
    static boolean holds(JournalBook.Kept kept) {
        var number = Long.toString(kept.number());
        if (kept.details().length == 0) {
            return new EntryScan(kept.entry()).isEntry(number, "");
        }
        return new EntryScan(kept.details()).isDocument()
                && new EntryScan(kept.entry()).isEntry(number, JournalEntry.saltedHash(kept.salt(), kept.details()));
    }

    /// @param hash what `details` must be; empty where any will do, or none
    private boolean isEntry(String number, String hash) {
        return skip("{\"act\":")
                && string()
                && skip(",\"at\":\"")
                && time()
                && skip("\"")
                && details(hash)
                && skip(",\"facts\":")
                && next() == '{'
                && value(1)
                && skip(",\"n\":" + number + ",\"v\":1}")
                && at == json.length;
    }

    private boolean details(String hash) {
        if (!hash.isEmpty()) {
            return skip(",\"details\":\"" + hash + "\"");
        }
        if (!skip(",\"details\":\"")) {
            return true;
        }
        at += HASH_LENGTH;
        return skip("\"");
    }

    /// A time of the first 28 days of a month: whether others exist is a question of calendars.
    private boolean time() {
        if (at + AT_LENGTH > json.length) {
            return false;
        }
        for (int i = 0; i < AT_LENGTH; i++) {
            char form = AT_FORM.charAt(i);
            if (form == 'd' ? !isDigit(json[at + i]) : json[at + i] != form) {
                return false;
            }
        }
        boolean exists =
                within(5, 1, 12) && within(8, 1, 28) && within(11, 0, 23) && within(14, 0, 59) && within(17, 0, 59);
        at += AT_LENGTH;
        return exists;
    }

    private boolean within(int from, int least, int most) {
        int two = (json[at + from] - '0') * 10 + json[at + from + 1] - '0';
        return two >= least && two <= most;
    }

    private boolean isDocument() {
        return next() == '{' && value(0) && at == json.length;
    }

    private boolean value(int depth) {
        if (depth > Jcs.DEEPEST) {
            return false;
        }
        return switch (next()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> skip("true");
            case 'f' -> skip("false");
            default -> integer();
        };
    }

    private boolean object(int depth) {
        at++;
        if (next() == '}') {
            at++;
            return true;
        }
        int lastFrom = -1;
        int lastTo = -1;
        do {
            int from = at + 1;
            if (!string()) {
                return false;
            }
            int to = at - 1;
            if (lastFrom >= 0 && Arrays.compare(json, lastFrom, lastTo, json, from, to) >= 0) {
                return false;
            }
            lastFrom = from;
            lastTo = to;
            if (!skip(":") || !value(depth + 1)) {
                return false;
            }
        } while (skip(","));
        return skip("}");
    }

    private boolean array(int depth) {
        at++;
        if (next() == ']') {
            at++;
            return true;
        }
        do {
            if (!value(depth + 1)) {
                return false;
            }
        } while (skip(","));
        return skip("]");
    }

    private boolean string() {
        if (!skip("\"")) {
            return false;
        }
        while (at < json.length && json[at] >= ' ' && json[at] <= '~' && json[at] != '"' && json[at] != '\\') {
            at++;
        }
        return skip("\"");
    }

    private boolean integer() {
        int from = at;
        while (at < json.length && isDigit(json[at])) {
            at++;
        }
        int digits = at - from;
        return digits > 0 && digits <= MOST_DIGITS && (digits == 1 || json[from] != '0');
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    private int next() {
        return at < json.length ? json[at] : -1;
    }

    private boolean skip(String expected) {
        if (at < 0 || at + expected.length() > json.length) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            if (json[at + i] != expected.charAt(i)) {
                return false;
            }
        }
        at += expected.length();
        return true;
    }
}
