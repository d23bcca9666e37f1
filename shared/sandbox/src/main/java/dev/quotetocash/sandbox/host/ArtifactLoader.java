package dev.quotetocash.sandbox.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Loads a function from its packaged artifact, as the managed runtime does: its classes and lib/*.jar, above
/// them only the JDK and the interfaces of aws-lambda-java-core, which belong to the runtime. Nothing else of
/// the host is seen.
final class ArtifactLoader extends URLClassLoader {

    static {
        ClassLoader.registerAsParallelCapable();
    }

    ArtifactLoader(Path artifact) {
        super("function " + artifact, urls(artifact), new RuntimeInterface());
    }

    private static URL[] urls(Path artifact) {
        var urls = new ArrayList<URL>();
        urls.add(url(artifact));
        var lib = artifact.resolve("lib");
        if (Files.isDirectory(lib)) jars(lib).forEach(jar -> urls.add(url(jar)));
        return urls.toArray(URL[]::new);
    }

    private static List<Path> jars(Path lib) {
        try (var files = Files.list(lib)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + lib, e);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("Not a path: " + path, e);
        }
    }

    private static final class RuntimeInterface extends ClassLoader {

        static {
            ClassLoader.registerAsParallelCapable();
        }

        private static final String SHARED = "com.amazonaws.services.lambda.runtime.";
        private static final List<String> OWN = List.of(SHARED + "events.", SHARED + "serialization.", SHARED + "api.");

        RuntimeInterface() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (!name.startsWith(SHARED) || OWN.stream().anyMatch(name::startsWith))
                throw new ClassNotFoundException(name);
            return ArtifactLoader.class.getClassLoader().loadClass(name);
        }
    }
}
