package dev.quotetocash.sandbox.pages;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.quotetocash.sandbox.aws.Eventually;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/// A Chromium without a window, used as a person uses it: by the names of buttons, links and fields. It and its
/// driver must be installed; nothing is ever downloaded.
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Held, so that it stays quiet: it warns that it does not know the latest browser's debugging protocol,
    /// which nothing here needs.
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /// Skips the calling tests where there is no browser.
    static Browser start() {
        var chrome = executable("CHROME", "chromium", "chromium-browser", "google-chrome", "chrome");
        var driver = executable("CHROMEDRIVER", "chromedriver");
        assumeTrue(
                chrome.isPresent() && driver.isPresent(),
                "The pages' browser tests are skipped: no Chromium and chromedriver on the PATH,"
                        + " nor named by CHROME and CHROMEDRIVER.");
        SELENIUM.setLevel(Level.SEVERE);
        var log = new LoggingPreferences();
        log.enable(LogType.BROWSER, Level.ALL);
        var options = new ChromeOptions()
                .setBinary(chrome.orElseThrow())
                .addArguments(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--window-size=1280,900");
        options.setCapability("goog:loggingPrefs", log);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.orElseThrow())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static Optional<File> executable(String variable, String... names) {
        var named = Optional.ofNullable(System.getenv(variable)).stream().map(File::new);
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        var onPath = Arrays.stream(names).flatMap(name -> Arrays.stream(folders).map(folder -> new File(folder, name)));
        return Stream.concat(named, onPath).filter(File::canExecute).findFirst();
    }

    ChromeDriver driver() {
        return driver;
    }

    Browser open(String address) {
        driver.get("about:blank");
        driver.get(address);
        return this;
    }

    /// The first that is shown, waited for.
    WebElement see(String css) {
        return until(() -> driver.findElements(By.cssSelector(css)).stream()
                .filter(WebElement::isDisplayed)
                .findFirst());
    }

    /// Waits until the first that `css` names shows the text.
    void see(String css, String text) {
        until(() -> Optional.of(css)
                .filter(_ -> driver.findElements(By.cssSelector(css)).stream()
                        .anyMatch(element -> element.getText().contains(text))));
    }

    void seeNo(String css) {
        until(() -> Optional.of(css)
                .filter(_ -> driver.findElements(By.cssSelector(css)).isEmpty()));
    }

    /// By its word or, where it has one, its label.
    void press(String button) {
        var path = ".//button[normalize-space()='" + button + "' or @aria-label='" + button + "']";
        until(() -> scope().findElements(By.xpath(path)).stream()
                        .filter(WebElement::isDisplayed)
                        .filter(WebElement::isEnabled)
                        .findFirst())
                .click();
    }

    void follow(String link) {
        until(() -> scope().findElements(By.linkText(link)).stream().findFirst())
                .click();
    }

    void fill(String label, String value) {
        fill(label, 0, value);
    }

    /// The `nth` of the fields with that label in the open dialog, or in the page when none is open.
    void fill(String label, int nth, String value) {
        var field = field(label, nth);
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        field.sendKeys(value);
    }

    void choose(String label, String option) {
        pick(field(label, 0), option);
    }

    void pick(WebElement select, String option) {
        select.findElement(By.xpath(".//option[normalize-space()='" + option + "']"))
                .click();
    }

    WebElement field(String label, int nth) {
        var path = ".//label[normalize-space()='" + label + "']";
        return until(() -> scope().findElements(By.xpath(path)).stream()
                .filter(WebElement::isDisplayed)
                .skip(nth)
                .findFirst()
                .flatMap(found -> Optional.ofNullable(found.getDomAttribute("for")))
                .map(id -> driver.findElement(By.id(id))));
    }

    /// What the page or the browser complained about since it was last asked.
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(Object::toString)
                .toList();
    }

    void narrow() {
        device(360, 760);
    }

    void wide() {
        device(1280, 900);
    }

    void colours(boolean dark) {
        var scheme = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
    }

    /// What a script in the page answers.
    @Nullable
    Object ask(String script) {
        return driver.executeScript(script);
    }

    private void device(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /// Waits for a condition of the page; what is being replaced meanwhile is looked for again.
    <T> T until(Supplier<Optional<T>> condition) {
        var met = new ArrayList<T>();
        Eventually.holds(PATIENCE, () -> {
            try {
                condition.get().ifPresent(met::add);
            } catch (StaleElementReferenceException replaced) {
                throw new AssertionError("replaced just now", replaced);
            }
            if (met.isEmpty()) throw new AssertionError("not shown:\n" + text());
        });
        return met.getFirst();
    }

    private String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    private SearchContext scope() {
        var dialogs = driver.findElements(By.cssSelector("dialog[open]"));
        return dialogs.isEmpty() ? driver : dialogs.getLast();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
