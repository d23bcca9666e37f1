package dev.quotetocash.sandbox.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/// Defines the whole bridge, its stores and the proving ground once more, with a mutant's classes in the place of
/// their originals. The simulators and everything else are the parent's.
final class MutantLoader extends ClassLoader {

    private static final String OURS = "dev.quotetocash.";

    /// These know nothing of the bridge, and are worth keeping warm.
    private static final List<String> SIMULATORS = List.of(
            "dev.quotetocash.sandbox.sim.",
            "dev.quotetocash.sandbox.hubspot.",
            "dev.quotetocash.sandbox.xero.",
            "dev.quotetocash.sandbox.people.");

    static {
        registerAsParallelCapable();
    }

    private final Map<String, byte[]> mutated;

    MutantLoader(Mutant mutant, ClassLoader parent) {
        super(parent);
        mutated = mutant.classes();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS) || SIMULATORS.stream().anyMatch(name::startsWith))
            return super.loadClass(name, resolve);
        synchronized (getClassLoadingLock(name)) {
            var known = findLoadedClass(name);
            var loaded = known != null ? known : define(name);
            if (resolve) resolveClass(loaded);
            return loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        var bytes = mutated.containsKey(name) ? mutated.get(name) : original(name);
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] original(String name) throws ClassNotFoundException {
        try (var file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) throw new ClassNotFoundException(name);
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
