package dev.quotetocash.mapping;

/// Texts on their way into a field of limited length.
final class Texts {

    private Texts() {}

    /// At most `max` UTF-16 units, and never half a character.
    static String cut(String text, int max) {
        if (text.length() <= max) return text;
        return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }
}
