extension HTMLReport {
    /// The style sheet of the page. Colours of text on ground, computed after WCAG 2.1: light theme at least 6.3 : 1, dark
    /// theme at least 7.3 : 1.
    static let style = """
        :root { color-scheme: light dark; --ground: #ffffff; --text: #1a1a1a; --line: #767676; --soft: #f2f2f2;
        --good: #0b5c2b; --warn: #6b4600; --bad: #a3121b; --note: #0a4d82; }
        @media (prefers-color-scheme: dark) { :root { --ground: #14171a; --text: #eceff1; --line: #8a939b;
        --soft: #22272b; --good: #7fd99a; --warn: #f2c063; --bad: #ff9d98; --note: #8cc8ff; } }
        body { margin: 0 auto; max-width: 72rem; padding: 1rem; background: var(--ground); color: var(--text);
        font: 1rem/1.5 system-ui, sans-serif; }
        a { color: var(--note); }
        .skip { position: absolute; left: -100vw; }
        .skip:focus { position: static; }
        h3, td, th { overflow-wrap: anywhere; }
        article { border-top: 1px solid var(--line); }
        dl { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; }
        dl div { display: flex; gap: 0.5rem; }
        dt::after { content: ":"; }
        dd { margin: 0; font-weight: bold; }
        .scroll { overflow-x: auto; margin: 1rem 0; }
        table { border-collapse: collapse; width: 100%; }
        caption { text-align: left; font-weight: bold; padding: 0.25rem 0; }
        th, td { border: 1px solid var(--line); padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; }
        thead th { background: var(--soft); }
        tbody th { font-weight: normal; }
        td p { margin: 0 0 0.25rem; }
        .hint-text { border-left: 3px solid var(--note); padding-left: 0.5rem; }
        .badge { border: 1px solid currentcolor; border-radius: 0.25rem; padding: 0 0.4rem; font-size: 1rem;
        font-weight: bold; white-space: nowrap; }
        .valid { color: var(--good); }
        .incomplete, .warning { color: var(--warn); }
        .invalid, .error { color: var(--bad); }
        .hint { color: var(--note); }
        @media print { .skip { display: none; } }
        """
}
