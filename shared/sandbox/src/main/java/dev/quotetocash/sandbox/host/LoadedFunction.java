package dev.quotetocash.sandbox.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A function ready to be invoked, in a class loader of its own. As in Lambda, a handler object serves one
/// invocation at a time: a second one at the same moment gets another object.
final class LoadedFunction implements AutoCloseable {

    private final FunctionDeclaration declaration;
    private final Map<String, String> environment;
    private final Consumer<FunctionFailed> failures;
    private final ArtifactLoader loader;
    private final ConcurrentLinkedDeque<HandlerInstance> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger running = new AtomicInteger();

    /// Constructs the first handler at once, so that a wrong environment shows when the host starts.
    LoadedFunction(
            FunctionDeclaration declaration,
            Path artifact,
            Map<String, String> environment,
            Consumer<FunctionFailed> failures) {
        if (!Files.isDirectory(artifact))
            throw new IllegalStateException(
                    "There is no " + artifact + ": run mvn package first (-DskipTests is enough)");
        this.declaration = declaration;
        this.environment = Map.copyOf(environment);
        this.failures = failures;
        this.loader = new ArtifactLoader(artifact);
        idle.push(inItsClassLoader(this::construct));
    }

    FunctionDeclaration declaration() {
        return declaration;
    }

    /// Invocations under way.
    int running() {
        return running.get();
    }

    /// Like Lambda it reports whatever the function throws, errors too, and goes on.
    String invoke(String event) {
        running.incrementAndGet();
        try {
            return inItsClassLoader(() -> {
                var pooled = idle.poll();
                var instance = pooled == null ? construct() : pooled;
                var reply = instance.handle(event, new HostContext(declaration));
                idle.push(instance);
                return reply;
            });
        } catch (RuntimeException | Error e) {
            var failed = new FunctionFailed(declaration.logicalId(), e);
            failures.accept(failed);
            throw failed;
        } finally {
            running.decrementAndGet();
        }
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close " + declaration.logicalId(), e);
        }
    }

    private HandlerInstance construct() {
        return HandlerInstance.of(declaration.handler(), loader, environment);
    }

    private <T> T inItsClassLoader(Supplier<T> action) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return action.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
