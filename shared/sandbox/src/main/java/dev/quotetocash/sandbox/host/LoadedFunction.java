package dev.quotetocash.sandbox.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/// A function ready to be invoked, in a class loader of its own. As in Lambda, a handler object serves one invocation
/// at
/// a time: a second one at the same moment gets another object.
final class LoadedFunction implements AutoCloseable {

    private final FunctionDeclaration declaration;
    private final Map<String, String> environment;
    private final ArtifactLoader loader;
    private final ConcurrentLinkedDeque<HandlerInstance> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger running = new AtomicInteger();

    /// Constructs the first handler at once, so that a wrong environment shows when the host starts.
    LoadedFunction(FunctionDeclaration declaration, Path artifact, Map<String, String> environment) {
        if (!Files.isDirectory(artifact))
            throw new IllegalStateException(
                    "There is no " + artifact + ": run mvn package first (-DskipTests is enough)");
        this.declaration = declaration;
        this.environment = Map.copyOf(environment);
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
            System.err.println(declaration.logicalId() + " failed:");
            e.printStackTrace();
            throw new FunctionFailed(declaration.logicalId(), e);
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

    private <T> T inItsClassLoader(java.util.function.Supplier<T> action) {
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
