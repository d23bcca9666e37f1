package dev.quotetocash.sandbox.sim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/// Every webhook that a simulator ever wanted to send. They are passed on, unless the network is said to lose
/// them, and can all be sent again.
public final class Outbox implements Webhooks {

    private final Webhooks network;
    private final Random random;
    private final List<WebhookDelivery> sent = new ArrayList<>();
    private boolean losing;

    public Outbox(Webhooks network, long seed) {
        this.network = network;
        this.random = new Random(seed);
    }

    @Override
    public synchronized void send(WebhookDelivery delivery) {
        sent.add(delivery);
        if (!losing) network.send(delivery);
    }

    public synchronized void lose(boolean lose) {
        losing = lose;
    }

    public synchronized int size() {
        return sent.size();
    }

    /// Sends every webhook so far `times` more, in an order of chance. `resign` gives a copy the signature that
    /// the vendor would give it now. Answers how many were sent.
    public synchronized int sendAllAgain(int times, UnaryOperator<WebhookDelivery> resign) {
        var again = new ArrayList<WebhookDelivery>();
        for (var i = 0; i < times; i++) again.addAll(sent);
        Collections.shuffle(again, random);
        again.stream().map(resign).forEach(network::send);
        return again.size();
    }
}
