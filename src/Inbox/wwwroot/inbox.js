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
melibot.isDark();
