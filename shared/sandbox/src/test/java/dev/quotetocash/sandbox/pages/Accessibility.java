package dev.quotetocash.sandbox.pages;

/// What is asked of every page, as scripts that name what is wrong.
final class Accessibility {

    /// Controls that say nothing of themselves: no label, no text, no `aria-label`.
    static final String NAMELESS = """
            return [...document.querySelectorAll('input:not([type=hidden]), select, button, a, dialog, summary')].filter(node =>
                !(node.labels?.length || node.textContent.trim() && node.tagName !== 'SELECT' || node.getAttribute('aria-label')
                  || node.getAttribute('aria-labelledby'))).map(node => node.outerHTML);
            """;

    /// Texts whose contrast with what is behind them is less than AA asks for, 4.5 to 1.
    static final String FAINT = """
            const rgb = colour => colour.match(/[\\d.]+/g).map(Number);
            const light = colour => rgb(colour).slice(0, 3).map(part => part / 255)
                .map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
                .reduce((sum, part, at) => sum + part * [.2126, .7152, .0722][at], 0);
            const ground = node => {
                for (let at = node; at; at = at.parentElement) {
                    const colour = getComputedStyle(at).backgroundColor;
                    if ((rgb(colour)[3] ?? 1) === 1) return colour;
                }
                return 'rgb(255, 255, 255)';
            };
            return [...document.querySelectorAll('body *')]
                .filter(node => node.checkVisibility() && !node.disabled && [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim()))
                .map(node => {
                    const [one, other] = [light(getComputedStyle(node).color), light(ground(node))].sort((a, b) => b - a);
                    return [(one + .05) / (other + .05), node.outerHTML.slice(0, 120)];
                })
                .filter(([contrast]) => contrast < 4.5).map(String);
            """;

    static final String OVERFLOW = "const page = document.documentElement; return page.scrollWidth - page.clientWidth;";

    private Accessibility() {}
}
