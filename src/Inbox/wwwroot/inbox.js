// The little that pages can't do from the server.
// While a quick text is being chosen, these keys choose; the page hears of them all the same.
document.addEventListener('keydown', event => {
  if (event.target.dataset?.choosing && !event.ctrlKey && !event.metaKey && ['ArrowDown', 'ArrowUp', 'Enter', 'Tab', 'Escape'].includes(event.key)) event.preventDefault();
}, true);

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
