// The home page in the browser: instant search, arrow keys between tiles, states that stay fresh while somebody looks.
(() => {
  const REFRESH_MILLIS = 3000;
  const search = document.getElementById('search');
  const tiles = document.getElementById('tiles');
  search.closest('label').hidden = false;

  const all = () => [...tiles.querySelectorAll('.tile')];
  const shown = () => all().filter(tile => !tile.closest('li').hidden);
  const plain = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

  const filter = () => {
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    for (const tile of all()) tile.closest('li').hidden = !words.every(word => plain(tile.dataset.words).includes(word));
    for (const team of tiles.querySelectorAll('.home-team')) team.hidden = !team.querySelector('li:not([hidden])');
    document.getElementById('nothing-found').hidden = words.length === 0 || shown().length > 0;
  };
  search.addEventListener('input', filter);
  search.addEventListener('keydown', event => {
    if (event.key === 'Enter') shown()[0]?.click();
    if (event.key === 'Escape') { search.value = ''; filter(); }
    if (event.key === 'ArrowDown') { event.preventDefault(); shown()[0]?.focus(); }
  });

  document.addEventListener('keydown', event => {
    if (event.key === '/' && !event.ctrlKey && !event.metaKey && !/^(input|textarea|select)$/i.test(event.target.tagName)) {
      event.preventDefault();
      search.focus();
    }
    const at = shown().indexOf(document.activeElement);
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (at >= 0 && step) shown()[at + step]?.focus();
  });

  // A refresh replaces the tiles; whoever stands on one by keyboard stays on it.
  let focused = null;
  tiles.addEventListener('htmx:beforeSwap', () => { focused = document.activeElement?.id; });
  tiles.addEventListener('htmx:afterSwap', () => {
    filter();
    if (focused?.startsWith('tile-')) document.getElementById(focused)?.focus();
  });
  setInterval(() => { if (!document.hidden) htmx.trigger(tiles, 'refresh'); }, REFRESH_MILLIS);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) htmx.trigger(tiles, 'refresh'); });
})();
