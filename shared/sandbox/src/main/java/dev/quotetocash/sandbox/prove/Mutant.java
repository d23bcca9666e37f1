package dev.quotetocash.sandbox.prove;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Classes compiled, in memory, from the bridge's own sources with a few edits. Only the edited files are
/// compiled, against the classes that run here, so an edit must not change a compile-time constant that other
/// files use.
record Mutant(String name, Map<String, byte[]> classes) {

    /// One for all, because it takes its time to look into every library.
    private static Optional<StandardJavaFileManager> libraries = Optional.empty();

    /// Fails, by name, if an edit does not fit its source any more, or what comes out does not compile.
    static Mutant of(String name, List<Edit> edits) {
        var sources = new LinkedHashMap<String, String>();
        for (var edit : edits) {
            var source = sources.computeIfAbsent(edit.file(), Mutant::read);
            sources.put(edit.file(), edit.applyTo(source, name));
        }
        return new Mutant(name, compiled(name, sources));
    }

    private static Map<String, byte[]> compiled(String name, Map<String, String> sources) {
        if (sources.isEmpty()) return Map.of();
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) throw new IllegalStateException("a JDK is needed, and this is none");
        var files = new ArrayList<JavaFileObject>();
        sources.forEach((path, text) -> files.add(new Source(path, text)));
        var words = new StringWriter();
        var classes = new Classes(libraries(compiler));
        var options = List.of("-proc:none", "-parameters", "-nowarn", "-cp", System.getProperty("java.class.path"));
        if (!compiler.getTask(words, classes, null, options, null, files).call()) {
            throw new IllegalStateException(name + ": " + sources.keySet() + " does not compile: " + words);
        }
        return classes.bytes();
    }

    private static synchronized StandardJavaFileManager libraries(JavaCompiler compiler) {
        if (libraries.isEmpty()) libraries = Optional.of(compiler.getStandardFileManager(null, null, null));
        return libraries.get();
    }

    /// The working directory is the project's root, or that of a module.
    private static String read(String file) {
        try {
            var here = Path.of(file);
            return Files.readString(Files.exists(here) ? here : Path.of("../..").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(URI.create("string:///" + path.substring(path.lastIndexOf('/') + 1)), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /// Keeps what the compiler writes.
    private static final class Classes extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written = new LinkedHashMap<>();

        Classes(JavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            var bytes = new ByteArrayOutputStream();
            written.put(className, bytes);
            return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return bytes;
                }
            };
        }

        Map<String, byte[]> bytes() {
            var all = new LinkedHashMap<String, byte[]>();
            written.forEach((name, bytes) -> all.put(name, bytes.toByteArray()));
            return all;
        }
    }
}
