package org.hearthkey.core.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads every canonical document. It also lets some others pass, such as members out of order: [Jcs] writes the result
/// again and compares.
final class JcsParser {
    private static final int LONGEST_INTEGER = 17; // a sign and 16 digits

    private final String text;
    private int at;

    JcsParser(String text) {
        this.text = text;
    }

    Map<String, Object> document() throws NotCanonicalException {
        var document = object(0);
        if (at != text.length()) {
            throw new NotCanonicalException();
        }
        return document;
    }

    private Object value(int depth) throws NotCanonicalException {
        if (depth > Jcs.DEEPEST) {
            throw new NotCanonicalException();
        }
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> literal("true", Boolean.TRUE);
            case 'f' -> literal("false", Boolean.FALSE);
            default -> integer();
        };
    }

    private Map<String, Object> object(int depth) throws NotCanonicalException {
        expect('{');
        var members = new LinkedHashMap<String, Object>();
        if (peek() != '}') {
            do {
                var name = string();
                expect(':');
                members.put(name, value(depth + 1));
            } while (skipped(','));
        }
        expect('}');
        return members;
    }

    private List<Object> array(int depth) throws NotCanonicalException {
        expect('[');
        var items = new ArrayList<>();
        if (peek() != ']') {
            do {
                items.add(value(depth + 1));
            } while (skipped(','));
        }
        expect(']');
        return items;
    }

    private String string() throws NotCanonicalException {
        expect('"');
        var out = new StringBuilder();
        while (peek() != '"') {
            char c = next();
            out.append(c == '\\' ? escaped() : c);
        }
        expect('"');
        return out.toString();
    }

    private char escaped() throws NotCanonicalException {
        return switch (next()) {
            case '"' -> '"';
            case '\\' -> '\\';
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> {
                // Only control characters are written this way: \u0000 to \u001f.
                expect('0');
                expect('0');
                yield (char) (hexDigit() * 16 + hexDigit());
            }
            default -> throw new NotCanonicalException();
        };
    }

    private int hexDigit() throws NotCanonicalException {
        int digit = "0123456789abcdef".indexOf(next());
        if (digit < 0) {
            throw new NotCanonicalException();
        }
        return digit;
    }

    private Long integer() throws NotCanonicalException {
        int start = at;
        while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            long integer = at - start > LONGEST_INTEGER ? Long.MAX_VALUE : Long.parseLong(text, start, at, 10);
            if (Math.abs(integer) <= Jcs.LARGEST_INTEGER) {
                return integer;
            }
        } catch (NumberFormatException notANumber) {
            throw new NotCanonicalException(notANumber);
        }
        throw new NotCanonicalException();
    }

    private Boolean literal(String spelling, Boolean value) throws NotCanonicalException {
        if (!text.startsWith(spelling, at)) {
            throw new NotCanonicalException();
        }
        at += spelling.length();
        return value;
    }

    private char peek() throws NotCanonicalException {
        if (at == text.length()) {
            throw new NotCanonicalException();
        }
        return text.charAt(at);
    }

    private char next() throws NotCanonicalException {
        char c = peek();
        at++;
        return c;
    }

    private void expect(char expected) throws NotCanonicalException {
        if (next() != expected) {
            throw new NotCanonicalException();
        }
    }

    private boolean skipped(char c) throws NotCanonicalException {
        boolean there = peek() == c;
        if (there) {
            at++;
        }
        return there;
    }

    /// The text is not a document of ours. Carries no position: nobody repairs such a text by hand.
    static final class NotCanonicalException extends Exception {
        private static final long serialVersionUID = 1L;

        NotCanonicalException() {}

        NotCanonicalException(NumberFormatException cause) {
            super(cause);
        }
    }
}
