package dev.quotetocash.sandbox.prove;

/// A change of one place in a source file: the text that stands there exactly once, and what stands there instead.
/// `file` is a path below the project's root.
record Edit(String file, String find, String replacement) {

    private static final String MODULE = "shared/%s/src/main/java/dev/quotetocash/%s/%s.java";

    /// In a type of a module, with its package where that is below the module's own: `memory/MemoryLinks`.
    static Edit in(String module, String type, String find, String replacement) {
        return new Edit(MODULE.formatted(module, module, type), find, replacement);
    }

    /// `source` with this edit. `about` names the variant that it belongs to.
    String applyTo(String source, String about) {
        var at = source.indexOf(find);
        if (at < 0) throw new IllegalStateException(about + ": " + file + " does not say any more: " + find);
        if (source.indexOf(find, at + 1) >= 0) {
            throw new IllegalStateException(about + ": " + file + " says more than once: " + find);
        }
        return source.substring(0, at) + replacement + source.substring(at + find.length());
    }
}
