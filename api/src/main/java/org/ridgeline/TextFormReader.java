package org.ridgeline;

/** A recursive-descent reader of the grammar of {@link TextForm}. */
final class TextFormReader {

    /** Deep enough for any penalty of penalties, shallow enough for any stack. */
    private static final int MAX_DEPTH = 32;

    private final String text;
    private int at;

    TextFormReader(String text) {
        this.text = text;
    }

    TextForm readAll() {
        TextForm form = form(0);
        if (at < text.length()) {
            throw wanted("the end");
        }
        return form;
    }

    private TextForm form(int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException(
                    "a text form may be nested " + MAX_DEPTH + " deep, but '" + abbreviated(text) + "' is deeper");
        }
        TextForm form = TextForm.of(name("the name of a regularizer"));
        if (!skip('(') || skip(')')) {
            return form;
        }
        do {
            String argument = name("the name of an argument");
            if (!skip('=')) {
                throw wanted("'=' after '" + abbreviated(argument) + "'");
            }
            form = form.withText(argument, value(depth));
        } while (skip(','));
        if (!skip(')')) {
            throw wanted("',' or ')'");
        }
        return form;
    }

    private String value(int depth) {
        skipSpaces();
        int start = at;
        if (at < text.length() && "+-.0123456789".indexOf(text.charAt(at)) >= 0) {
            while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            String number = text.substring(start, at);
            if (!TextForm.isNumber(number)) {
                at = start;
                throw wanted("a number");
            }
            skipSpaces();
            return number;
        }
        return form(depth + 1).toString();
    }

    private String name(String what) {
        skipSpaces();
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-')) {
            at++;
        }
        String name = text.substring(start, at);
        if (!TextForm.isName(name)) {
            at = start;
            throw wanted(what + " (lower-case letters, digits and single hyphens)");
        }
        skipSpaces();
        return name;
    }

    private boolean skip(char c) {
        if (at >= text.length() || text.charAt(at) != c) {
            return false;
        }
        at++;
        skipSpaces();
        return true;
    }

    private void skipSpaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException wanted(String what) {
        String found = at < text.length() ? "'" + abbreviated(text.substring(at)) + "'" : "the end";
        return new IllegalArgumentException("wanted " + what + ", but found " + found + " at character " + (at + 1)
                + " of '" + abbreviated(text) + "'");
    }

    private static String abbreviated(String text) {
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }
}
