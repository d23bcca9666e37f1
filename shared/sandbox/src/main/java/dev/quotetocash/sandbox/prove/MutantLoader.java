package dev.quotetocash.sandbox.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/// Defines the whole bridge, its simulators and the proving ground once more, with a mutant's classes in the place of
/// their originals. Everything else is the parent's.
final class MutantLoader extends ClassLoader {

    private static final String OURS = "dev.quotetocash.";

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
        if (!name.startsWith(OURS)) return super.loadClass(name, resolve);
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
