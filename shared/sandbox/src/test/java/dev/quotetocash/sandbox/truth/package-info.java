/// Simulators and clients against what the vendors publish: documents, official clients, samples, error texts.
@NullMarked
package dev.quotetocash.sandbox.truth;

import org.jspecify.annotations.NullMarked;
