// Single keys for whoever never touches the mouse. A control says its key in aria-keyshortcuts; what is typed into a field stays there.
(() => {
  const fields = 'input, textarea, select, [contenteditable]';
  const stored = 'melibot.keys';
  let goes = 0;
  // The field that is being written in. When the page takes it away (somebody else answered), the letters that follow are no keys.
  let writing = null;

  const isOn = () => localStorage.getItem(stored) !== '0';
  const usable = element => !element.disabled && element.getClientRects().length > 0;
  const sheet = () => document.getElementById('keys');

  function show() {
    const dialog = sheet();
    if (!dialog || dialog.open) return;
    const box = dialog.querySelector('#keys-on');
    if (box) box.checked = isOn();
    dialog.showModal();
  }

  function press(element) {
    if (element.matches(fields)) {
      element.focus();
      if (element.matches('textarea')) element.setSelectionRange(element.value.length, element.value.length);
    } else {
      if (!element.matches('summary')) element.focus();
      element.click();
    }
  }

  // The question that has the focus goes before the first that can do it.
  function act(key) {
    const selector = `[aria-keyshortcuts~="${CSS.escape(key)}"]`;
    const near = document.activeElement?.closest('.card');
    const found = [near, document].filter(Boolean).flatMap(place => [...place.querySelectorAll(selector)]).find(usable);
    if (found) press(found);
    return !!found;
  }

  function move(elements, step) {
    const shown = [...elements].filter(usable);
    if (shown.length === 0) return false;
    const at = shown.findIndex(element => element.contains(document.activeElement));
    const from = at >= 0 ? at : shown.findIndex(element => element.getAttribute('aria-current') === 'true');
    shown[from < 0 ? 0 : Math.min(Math.max(from + step, 0), shown.length - 1)].focus();
    return true;
  }

  const rows = step => move(document.querySelectorAll('.list .row a, .board .sale-link'), step);
  const cards = step => move(document.querySelectorAll('.thread > .card, .board .card'), step);

  function tab(number) {
    const found = document.querySelectorAll('.tabs [role=tab]')[number - 1];
    if (found) press(found);
    return !!found;
  }

  function back() {
    const typed = document.activeElement?.closest(fields);
    if (!typed) return false;
    const card = typed.closest('.card');
    if (card) card.focus();
    else typed.blur();
    return true;
  }

  function handle(event) {
    const key = event.key;
    if (key === 'Escape' || key === 'Tab') writing = null;
    if (key === 'Escape') return back();
    if (event.target.closest(fields)) {
      writing = event.target;
      return false;
    }
    if (writing && !writing.isConnected) return false;
    writing = null;
    if (key === '?') return show(), true;
    if (!isOn()) return false;
    const now = event.timeStamp;
    if (now < goes) {
      goes = 0;
      return act(`g+${key}`);
    }

    switch (key) {
      case 'g': goes = now + 1500; return true;
      case 'j': return rows(1);
      case 'k': return rows(-1);
      case 'ArrowDown': return !!document.activeElement?.closest('.list') && rows(1);
      case 'ArrowUp': return !!document.activeElement?.closest('.list') && rows(-1);
      case 'n': return cards(1);
      case 'p': return cards(-1);
      default: return /^[1-9]$/.test(key) ? tab(Number(key)) : /^[a-z/#]$/.test(key) && act(key);
    }
  }

  const left = () => { writing = null; };
  document.addEventListener('pointerdown', left, true);
  window.addEventListener('popstate', left);
  document.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) left();
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.querySelector('dialog[open], .mud-dialog')) return;
    if (handle(event)) event.preventDefault();
  });
  document.addEventListener('click', event => {
    if (event.target.closest('[data-sheet]')) show();
  });
  document.addEventListener('change', event => {
    if (event.target.id === 'keys-on') localStorage.setItem(stored, event.target.checked ? '1' : '0');
  });
})();
