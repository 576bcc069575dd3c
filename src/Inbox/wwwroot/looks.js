// Colours, and where the focus goes. Loaded before the page is drawn, so that dark pages don't flash.
window.melibot = (() => {
  const stored = 'melibot.dark';
  const system = matchMedia('(prefers-color-scheme: dark)');

  function isDark() {
    const chosen = localStorage.getItem(stored);
    const dark = chosen === null ? system.matches : chosen === '1';
    document.documentElement.dataset.dark = dark ? '1' : '0';
    return dark;
  }

  return {
    isDark,
    // Choosing what the system has means following the system again.
    setDark(dark) {
      if (dark === system.matches) localStorage.removeItem(stored);
      else localStorage.setItem(stored, dark ? '1' : '0');
      isDark();
    },
    // Tells the page when the system changes its colours.
    watchDark(page) {
      const told = () => page.invokeMethodAsync('FollowAsync', isDark());
      system.addEventListener('change', told);
      return { dispose: () => system.removeEventListener('change', told) };
    },
    focus(id) {
      document.getElementById(id)?.focus();
    },
    // A reader hears the new page's heading first. The call comes after the page is drawn, so somebody may write in it already: the field keeps the focus, or the letters would be keys.
    focusHeading() {
      const heading = document.querySelector('h1');
      if (!heading || document.activeElement?.matches('input, textarea, select')) return;
      heading.tabIndex = -1;
      heading.focus();
    },
    caret(id) {
      return document.getElementById(id)?.selectionStart ?? 0;
    },
    // What the server put into a field and what a person typed may cross on their way: then the server knows of the typed text, and the field would go on showing the other.
    keepTyped(id, put, typed) {
      const field = document.getElementById(id);
      if (field?.value === put) field.value = typed;
    },
    setCaret(id, at) {
      const field = document.getElementById(id);
      field?.focus();
      field?.setSelectionRange(at, at);
    },
  };
})();
melibot.isDark();
