// Loaded before the style sheets, and at once, so that no page flashes in the wrong theme.
(() => {
  const KEY = 'flotilla-theme';
  const root = document.documentElement;
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');

  const chosen = () => {
    try {
      return localStorage.getItem(KEY) || 'system';
    } catch {
      return 'system'; // a browser may forbid storage
    }
  };

  const apply = () => {
    const choice = chosen();
    root.dataset.bsTheme = choice === 'dark' || (choice === 'system' && prefersDark.matches) ? 'dark' : 'light';
    for (const button of document.querySelectorAll('[data-set-theme]')) {
      button.setAttribute('aria-pressed', String(button.dataset.setTheme === choice));
    }
    document.dispatchEvent(new CustomEvent('flotilla:theme'));
  };

  const choose = choice => {
    try {
      localStorage.setItem(KEY, choice);
    } catch {
      // the choice then lasts as long as the page
    }
    apply();
  };

  apply();
  prefersDark.addEventListener('change', apply);
  addEventListener('storage', event => event.key === KEY && apply());
  document.addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll('[data-theme-menu]').forEach(menu => menu.hidden = false);
    apply();
  });
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-set-theme]');
    if (button) choose(button.dataset.setTheme);
  });
})();
