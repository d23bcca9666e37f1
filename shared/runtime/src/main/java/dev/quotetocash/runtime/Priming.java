package dev.quotetocash.runtime;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/// What a function does around the snapshot of SnapStart: load its classes before, so that they are in it;
/// renew credentials, connections and random seeds after.
public final class Priming implements Resource {

    /// The context of CRaC holds its resources only weakly.
    private static final List<Priming> KEPT = new CopyOnWriteArrayList<>();

    private final Runnable beforeCheckpoint;
    private final Runnable afterRestore;

    Priming(Runnable beforeCheckpoint, Runnable afterRestore) {
        this.beforeCheckpoint = beforeCheckpoint;
        this.afterRestore = afterRestore;
    }

    /// `beforeCheckpoint` runs at deployment, where nothing of the outside world is to be changed, and where an
    /// exception fails the deployment. Outside SnapStart neither is run.
    public static void register(Runnable beforeCheckpoint, Runnable afterRestore) {
        var priming = new Priming(beforeCheckpoint, afterRestore);
        KEPT.add(priming);
        Core.getGlobalContext().register(priming);
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        beforeCheckpoint.run();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        afterRestore.run();
    }
}
