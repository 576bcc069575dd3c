// The little that pages can't do from the server.
window.melibot = {
  isDark() {
    const chosen = localStorage.getItem('melibot.dark');
    const dark = chosen === null ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === '1';
    document.documentElement.dataset.dark = dark ? '1' : '0';
    return dark;
  },
  setDark(dark) {
    localStorage.setItem('melibot.dark', dark ? '1' : '0');
    document.documentElement.dataset.dark = dark ? '1' : '0';
  },
  focus(id) {
    document.getElementById(id)?.focus();
  },
  caret(id) {
    return document.getElementById(id)?.selectionStart ?? 0;
  },
  setCaret(id, at) {
    const field = document.getElementById(id);
    field?.focus();
    field?.setSelectionRange(at, at);
  },
  // Shortcuts go to the page's handler; what is typed into a field stays there, but for chords with Ctrl.
  listen(page) {
    const handler = event => {
      const typing = event.target.closest('input, textarea, select, [contenteditable]');
      const chord = event.ctrlKey || event.metaKey;
      if (event.altKey || (typing && !(chord && event.key === 'Enter') && event.key !== 'Escape') || (chord && event.key !== 'Enter')) return;
      page.invokeMethodAsync('OnKeyAsync', (chord ? 'Ctrl+' : '') + event.key);
    };
    document.addEventListener('keydown', handler);
    return { dispose: () => document.removeEventListener('keydown', handler) };
  },
};
// While a quick text is being chosen, these keys choose; the page hears of them all the same.
document.addEventListener('keydown', event => {
  if (event.target.dataset?.choosing && !event.ctrlKey && !event.metaKey && ['ArrowDown', 'ArrowUp', 'Enter', 'Tab', 'Escape'].includes(event.key)) event.preventDefault();
}, true);
melibot.isDark();

// The pages have a base address, with which "#main" would lead to another page.
document.addEventListener('click', event => {
  if (!event.target.closest?.('a.skip')) return;
  event.preventDefault();
  event.stopPropagation();
  melibot.focus('main');
}, true);

// While the connection is cut, letters reach nobody. They are kept in the tab, and given to the page once it is heard again: at once, or after it was loaded anew because the program was.
(() => {
  const kept = 'melibot.kept.', cut = 'melibot.cut', again = 3000;
  const fields = () => document.querySelectorAll('main textarea[id]');
  const say = field => field.dispatchEvent(new Event('input', { bubbles: true }));
  const keys = () => Object.keys(sessionStorage).filter(key => key.startsWith(kept));
  document.addEventListener('input', event => {
    if (event.target.matches?.('main textarea[id]')) sessionStorage.setItem(kept + event.target.id, event.target.value);
  }, true);

  const restore = () => {
    for (const key of keys()) {
      const field = document.getElementById(key.slice(kept.length));
      if (!field) continue;
      const text = sessionStorage.getItem(key);
      sessionStorage.removeItem(key);
      if (field.value === text) continue;
      field.value = text;
      say(field);
    }
  };
  if (sessionStorage.getItem(cut)) {
    sessionStorage.removeItem(cut);
    const watch = new MutationObserver(() => { restore(); if (keys().length === 0) watch.disconnect(); });
    watch.observe(document.documentElement, { childList: true, subtree: true });
  } else {
    keys().forEach(key => sessionStorage.removeItem(key));
  }

  const retry = async () => {
    try {
      if (await Blazor.reconnect() === false) location.reload();
    } catch {
      setTimeout(retry, again);
    }
  };
  document.getElementById('components-reconnect-modal')?.addEventListener('components-reconnect-state-changed', event => {
    switch (event.detail.state) {
      case 'show': sessionStorage.setItem(cut, '1'); break;
      case 'hide': sessionStorage.removeItem(cut); fields().forEach(say); break;
      case 'failed': setTimeout(retry, again); break;
      case 'rejected': location.reload(); break;
    }
  });
})();
