/// The files that pages of the preview load in addition to the site's own.
///
/// No build can have files with these names, which are reserved for builds themselves.
enum PreviewAssets {
    static let events = ".allclear-preview/events"
    static let script = ".allclear-preview/script.js"
    static let style = ".allclear-preview/style.css"

    /// The script that reloads the page when another version of the site is shown.
    ///
    /// A hidden page has no connection, of which browsers allow few: it checks again when it becomes visible. The
    /// braces separate the script's names from those of the site's script.
    static let scriptText = """
        {
          const { version } = document.currentScript.dataset
          let events
          const listen = () => {
            events?.close()
            if (document.hidden) return
            events = new EventSource('/\(events)')
            events.onmessage = ({ data }) => {
              if (data === version) return
              events.close()
              location.reload()
            }
          }
          document.addEventListener('visibilitychange', listen)
          listen()
        }

        """

    /// The style of the mistakes above a page, independent of the page's own style sheet.
    static let styleText = """
        #allclear-mistakes, #allclear-mistakes * { all: revert; box-sizing: border-box }
        #allclear-mistakes {
          --ink: #1f2227; --back: #fff; --line: #d5d7db; --mark: #b31319; --code: #f4f5f7;
          position: fixed; z-index: 2147483647; inset: 0 0 auto; inline-size: 100%; max-inline-size: 60rem;
          max-block-size: 70vh; margin: 0 auto; padding: 1rem 1.25rem; overflow: auto;
          color: var(--ink); background: var(--back);
          border: solid var(--line); border-width: 0 1px 1px; border-block-start: 4px solid var(--mark);
          box-shadow: 0 .5rem 2rem rgb(0 0 0 / 25%); font: 1rem/1.5 system-ui, sans-serif;
        }
        #allclear-mistakes:not([open]) { display: none }
        #allclear-mistakes h2 { margin: 0; font-size: 1.125rem; line-height: 1.35 }
        #allclear-mistakes form { float: inline-end; margin-inline-start: 1rem }
        #allclear-mistakes button {
          padding: .25rem .75rem; font: inherit; color: inherit; background: var(--code);
          border: 1px solid var(--ink); border-radius: 4px;
        }
        #allclear-mistakes ul { margin: 0; padding: 0; list-style: none }
        #allclear-mistakes li { margin-block-start: 1rem }
        #allclear-mistakes p { margin: .25rem 0; overflow-wrap: anywhere }
        #allclear-mistakes pre {
          margin: .25rem 0; padding: .5rem .75rem; overflow-x: auto; background: var(--code);
          font: .875rem/1.4 ui-monospace, Menlo, Consolas, monospace;
        }
        #allclear-mistakes pre b { color: var(--mark) }
        #allclear-mistakes :focus-visible { outline: 3px solid #4c8bd9; outline-offset: 2px }
        @media (prefers-color-scheme: dark) {
          #allclear-mistakes {
            --ink: #e6e8ea; --back: #1b1d21; --line: #3a3e45; --mark: #ff8a85; --code: #26292f;
          }
        }
        @media print { #allclear-mistakes { display: none } }

        """
}
