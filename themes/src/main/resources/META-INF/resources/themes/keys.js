/* The portal's keys. What a screen offers under a key carries data-key; the layout hears of "search" and "keys". */
(() => {
  "use strict";

  const typing = (event) =>
    event
      .composedPath()
      .some((node) => node instanceof HTMLElement && (node.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName)));

  const covered = () => document.querySelector("vaadin-dialog[opened], vaadin-confirm-dialog[opened], vaadin-menu-bar-overlay[opened]");

  /* The grid knows how to walk; it only has to be told by another key. */
  const move = (key) => {
    const grid = document.querySelector("main vaadin-grid");
    const cell = grid?.shadowRoot.activeElement ?? grid?.shadowRoot.querySelector("#items [tabindex='0']");
    if (!cell) {
      return;
    }
    if (grid.shadowRoot.activeElement) {
      cell.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true }));
    } else {
      cell.focus();
    }
  };

  window.dmKeys = {
    listen(layout) {
      if (layout.dmKeys) {
        return;
      }
      const tell = (detail) => layout.dispatchEvent(new CustomEvent("dm-key", { detail }));
      layout.dmKeys = (event) => {
        if (!layout.isConnected) {
          document.removeEventListener("keydown", layout.dmKeys);
          delete layout.dmKeys;
          return;
        }
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
          event.preventDefault();
          tell("search");
          return;
        }
        if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event) || covered()) {
          return;
        }
        switch (event.key) {
          case "/":
            event.preventDefault();
            tell("search");
            break;
          case "?":
            event.preventDefault();
            tell("keys");
            break;
          case "j":
            move("ArrowDown");
            break;
          case "k":
            move("ArrowUp");
            break;
          case "n":
          case "e": {
            const offered = document.querySelector(`[data-key="${event.key}"]`);
            if (offered) {
              event.preventDefault();
              offered.click();
            }
            break;
          }
        }
      };
      document.addEventListener("keydown", layout.dmKeys);
    },
  };
})();
