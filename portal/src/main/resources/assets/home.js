// The home page in the browser: instant search, keys between tiles, states as they change, and what was opened last.
(() => {
  const search = document.getElementById('search');
  const tiles = document.getElementById('tiles');
  search.closest('label').hidden = false;

  const all = () => [...tiles.querySelectorAll('.tile')];
  const shown = () => all().filter(tile => !tile.closest('li').hidden);
  const plain = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

  // What a search looks in.
  const said = tile => plain([tile.querySelector('.tile-title').textContent, tile.id.slice('tile-'.length), tile.title, tile.dataset.team].join(' '));

  const filter = () => {
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    for (const tile of all()) {
      const text = said(tile);
      tile.closest('li').hidden = !words.every(word => text.includes(word));
    }
    for (const team of tiles.querySelectorAll('.home-team')) team.hidden = !team.querySelector('li:not([hidden])');
    for (const recent of tiles.querySelectorAll('.home-recent')) recent.hidden = words.length > 0;
    document.getElementById('nothing-found').hidden = words.length === 0 || shown().length > 0;
  };
  search.addEventListener('input', filter);
  search.addEventListener('keydown', event => {
    if (event.key === 'Enter') shown()[0]?.click();
    if (event.key === 'Escape') { search.value = ''; filter(); }
    if (event.key === 'ArrowDown') { event.preventDefault(); shown()[0]?.focus(); }
  });

  // Up and down go to the nearest tile of the next row, whatever team it stands under.
  const middle = tile => { const box = tile.getBoundingClientRect(); return {x: box.x + box.width / 2, y: box.y + box.height / 2}; };
  const vertical = (from, down) => {
    const here = middle(from);
    const beyond = shown().map(tile => ({tile, at: middle(tile)})).filter(({at}) => down ? at.y > here.y + 9 : at.y < here.y - 9);
    const row = Math[down ? 'min' : 'max'](...beyond.map(({at}) => at.y));
    return beyond.filter(({at}) => Math.abs(at.y - row) < 9).sort((a, b) => Math.abs(a.at.x - here.x) - Math.abs(b.at.x - here.x))[0]?.tile;
  };
  const towards = {
    ArrowRight: at => shown()[shown().indexOf(at) + 1],
    ArrowLeft: at => shown()[shown().indexOf(at) - 1],
    ArrowDown: at => vertical(at, true),
    ArrowUp: at => vertical(at, false) ?? search,
  };
  document.addEventListener('keydown', event => {
    const typing = /^(input|textarea|select)$/i.test(event.target.tagName);
    if (event.ctrlKey || event.metaKey || event.altKey || typing) return;
    if (event.key === '/') {
      event.preventDefault();
      search.focus();
    }
    const at = document.activeElement;
    if (towards[event.key] && shown().includes(at)) {
      event.preventDefault();
      towards[event.key](at)?.focus();
    }
  });

  // The tiles are replaced when others may be seen; whoever stands on one by keyboard stays on it.
  let focused = null;
  tiles.addEventListener('htmx:beforeSwap', () => { focused = document.activeElement?.id; });
  tiles.addEventListener('htmx:afterSwap', () => {
    filter();
    if (/^(tile|star)-/.test(focused)) document.getElementById(focused)?.focus();
  });

  const show = states => {
    for (const [app, {state, word}] of Object.entries(states)) {
      const shownState = document.querySelector(`#tile-${CSS.escape(app)} .state`);
      if (!shownState) continue;
      shownState.className = `state state-${state}`;
      shownState.lastChild.textContent = word;
    }
  };
  const listen = () => {
    const news = new EventSource(tiles.dataset.news);
    news.addEventListener('states', event => show(JSON.parse(event.data)));
    news.addEventListener('apps', () => htmx.ajax('GET', tiles.dataset.tiles, {target: '#tiles', swap: 'innerHTML'}));
    // A lost connection comes back by itself; a refused one means that the session is over, and the next click says so.
    return news;
  };
  let news = listen();
  // Pages that nobody looks at need no news; the first that comes on return is all of it.
  document.addEventListener('visibilitychange', () => {
    news.close();
    if (!document.hidden) news = listen();
  });

  tiles.addEventListener('click', event => {
    const app = event.target.closest('a[data-app]')?.dataset.app;
    if (!app) return;
    const form = new FormData(tiles);
    form.set('app', app);
    fetch(tiles.dataset.recents, {method: 'POST', keepalive: true, body: new URLSearchParams(form)}).catch(() => {});
  });
})();
