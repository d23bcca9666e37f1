package dev.quotetocash.sandbox.engine;

import dev.quotetocash.engine.HubSpotGateway;
import dev.quotetocash.engine.Links;
import dev.quotetocash.engine.Marks;
import dev.quotetocash.engine.Notices;
import dev.quotetocash.engine.Ports;
import dev.quotetocash.engine.XeroGateway;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;

/// A worker that dies at one of its port calls: `moment` 0 before the first, 1 after the first, 2 before the
/// second ...
final class Mortal {

    /// The process is gone: nothing after this happens.
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final int moment;
    private int passed;
    boolean died;

    Mortal(int moment) {
        this.moment = moment;
    }

    Ports around(Ports ports) {
        return new Ports(
                mortal(HubSpotGateway.class, ports.hubspot()),
                mortal(XeroGateway.class, ports.xero()),
                mortal(Links.class, ports.links()),
                mortal(Marks.class, ports.marks()),
                mortal(Notices.class, ports.notices()),
                ports.telemetry(),
                ports.clock(),
                ports.newId());
    }

    /// Lets the world work for a while; after the death another worker goes on.
    void workWith(World world, Duration duration) {
        try {
            world.pass(duration);
        } catch (Killed killed) {
            died = true;
            world.restart();
            world.pass(duration);
        }
    }

    private <T> T mortal(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    if (passed++ == moment) throw new Killed();
                    try {
                        var result = method.invoke(real, arguments);
                        if (passed++ == moment) throw new Killed();
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                }));
    }
}
