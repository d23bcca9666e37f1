/// Small web pages in front of the simulators, for people: static files that call a simulator's public API.
@NullMarked
package dev.quotetocash.sandbox.pages;

import org.jspecify.annotations.NullMarked;
