package dev.quotetocash.sandbox.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sandbox.Sandbox;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The pages of the function connect as a browser shows them, with its own ideas of cookies, redirects and
/// policies, on the way over both simulators' consent pages.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectPagesTest {

    private static final PrintStream SCREEN = System.out;

    private Browser browser;
    private Sandbox sandbox;

    @BeforeAll
    void open() {
        browser = Browser.start();
        // The functions' log lines would bury the build's own.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        sandbox = Sandbox.start(Sandbox.Options.quick(Path.of("../..")).withConsent());
    }

    @AfterAll
    void close() {
        System.setOut(SCREEN);
        if (sandbox != null) sandbox.close();
        if (browser != null) browser.close();
    }

    @Test
    void leadFromTheLinkToBothConnections() {
        browser.wide();
        browser.open(link());
        isInOrder("Connect the bridge");
        browser.press("Continue");
        browser.see("h2", "Xero");
        isInOrder("Connections");

        browser.press("Connect Xero");
        browser.see("h1", "wants access to");
        browser.press("Cancel");
        browser.see("h1", "Not connected");
        isInOrder("Not connected");
        browser.press("Connect Xero again");
        browser.press("Allow access");
        browser.see("button", "Connect Xero again");
        assertThat(browser.driver().getCurrentUrl()).isEqualTo(sandbox.host().publicAddress() + "/connect");
        browser.press("Connect HubSpot");
        browser.press("Allow");
        browser.see("h2", "What is next");
        isInOrder("Connections");
        browser.driver().navigate().refresh();
        browser.see("h2", "What is next");

        browser.open(sandbox.host().publicAddress() + "/connect?code=of-yesterday");
        isInOrder("This link is no longer good");
    }

    /// The sandbox's cookie goes without `Secure`, but no script may read it either.
    @Test
    void hideTheSessionFromScripts() {
        browser.open(link());
        browser.press("Continue");
        browser.see("h2", "HubSpot");

        assertThat(browser.ask("return document.cookie")).isEqualTo("");
        assertThat(browser.driver().manage().getCookies())
                .anyMatch(cookie -> cookie.getName().equals("connect") && cookie.isHttpOnly());
    }

    private String link() {
        return sandbox.host()
                .invoke("Operator", "{\"command\":\"connect\"}")
                .replaceFirst(".*\"(http[^\"]+)\".*", "$1");
    }

    /// In both colour schemes, and on a narrow screen. A refused page is a complaint to the browser, and meant.
    private void isInOrder(String title) {
        browser.see("h1", title);
        for (var dark : List.of(false, true)) {
            browser.colours(dark);
            assertThat(browser.driver().getTitle()).isEqualTo(title);
            assertThat(browser.ask("return document.documentElement.lang")).isEqualTo("en");
            for (var one : List.of("main", "h1", "style"))
                assertThat(browser.ask("return document.querySelectorAll('" + one + "').length"))
                        .as(one)
                        .isEqualTo(1L);
            assertThat(browser.ask("return getComputedStyle(document.querySelector('h1')).lineHeight"))
                    .as("the policy lets the style in")
                    .isEqualTo("30px");
            assertThat(browser.ask(Accessibility.NAMELESS)).isEqualTo(List.of());
            assertThat(browser.ask(Accessibility.FAINT)).isEqualTo(List.of());
        }
        browser.narrow();
        assertThat(browser.ask(Accessibility.OVERFLOW)).isEqualTo(0L);
        browser.wide();
        assertThat(browser.complaints()).noneMatch(line -> line.contains("Content Security Policy"));
    }
}
