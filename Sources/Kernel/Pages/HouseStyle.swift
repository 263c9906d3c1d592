/// `/house.css`: what the plain pages look like, light and dark.
enum HouseStyle {
    static let text = """
        :root {
          color-scheme: light dark;
          --canvas: light-dark(oklch(.982 .003 262), oklch(.165 .008 262));
          --surface: light-dark(oklch(1 0 0), oklch(.205 .009 262));
          --line: light-dark(oklch(.915 .006 262), oklch(.295 .011 262));
          --ink: light-dark(oklch(.235 .018 262), oklch(.945 .006 262));
          --ink-2: light-dark(oklch(.445 .018 262), oklch(.755 .012 262));
          --accent: light-dark(oklch(.545 .19 262), oklch(.70 .15 262));
          --accent-ink: light-dark(oklch(1 0 0), oklch(.17 .02 262));
          --good: light-dark(oklch(.50 .13 155), oklch(.78 .15 155));
          --bad: light-dark(oklch(.52 .19 27), oklch(.72 .16 27));
          --shadow: 0 1px 2px light-dark(oklch(.3 .02 262 / .06), oklch(0 0 0 / .4)),
            0 24px 48px -24px light-dark(oklch(.3 .02 262 / .22), oklch(0 0 0 / .6));
        }
        * { box-sizing: border-box; }
        body {
          margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px;
          background: var(--canvas); color: var(--ink);
          font: 15px/1.55 "Inter", system-ui, sans-serif; -webkit-font-smoothing: antialiased;
        }
        .plain {
          width: 100%; max-width: 440px; padding: 32px; background: var(--surface);
          border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow);
        }
        .mark {
          width: 36px; height: 36px; margin: 0 0 24px; display: grid; place-items: center; border-radius: 8px;
          background: var(--accent); color: var(--accent-ink); font-weight: 650; font-size: 17px;
        }
        h1 { margin: 0 0 8px; font-size: 20px; line-height: 1.3; letter-spacing: -.01em; text-wrap: balance; }
        p { margin: 0 0 16px; color: var(--ink-2); text-wrap: pretty; }
        .code { margin: 0 0 4px; font-variant-numeric: tabular-nums; font-size: 13px; color: var(--ink-2); }
        a.action {
          display: inline-flex; align-items: center; min-height: 44px; padding: 0 16px; border-radius: 8px;
          background: var(--accent); color: var(--accent-ink); font-weight: 550; text-decoration: none;
        }
        a.action:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
        .state { margin: 0 0 24px; border-top: 1px solid var(--line); }
        .state div {
          display: flex; justify-content: space-between; gap: 16px; padding: 12px 0;
          border-bottom: 1px solid var(--line);
        }
        .state dt { color: var(--ink-2); }
        .state dd { margin: 0; display: flex; align-items: center; gap: 8px; font-weight: 550; }
        .state dd::before { content: ""; width: 8px; height: 8px; border-radius: 50%; background: currentcolor; }
        .good { color: var(--good); }
        .bad { color: var(--bad); }
        .note { margin: 24px 0 0; padding-top: 16px; border-top: 1px solid var(--line); font-size: 13px; }
        code { font: 12.5px/1 "JetBrains Mono", ui-monospace, monospace; color: var(--ink); overflow-wrap: anywhere; }

        """
}
