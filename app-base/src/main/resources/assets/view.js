// Says when a view's form is sent, what the browser has already, and when to ask for news. htmx does the rest.
(() => {
  const form = () => document.getElementById('filters');
  const owns = field => field.form && field.form === form();
  const send = () => form().requestSubmit();
  let typing;

  document.addEventListener('change', event => {
    if (!owns(event.target)) return;
    clearTimeout(typing);
    count(event.target);
    send();
  });
  document.addEventListener('input', event => {
    if (!owns(event.target) || event.target.type !== 'search') return;
    clearTimeout(typing);
    typing = setTimeout(send, 300);
  });

  document.addEventListener('submit', () => clearTimeout(typing), true);

  // How many are ticked, where nobody sees the boxes.
  const count = field => {
    const menu = field.closest('.multi');
    if (!menu) return;
    const ticked = menu.querySelectorAll('input:checked').length;
    const words = menu.querySelector('[data-chosen]');
    words.textContent = ticked ? `${ticked} chosen` : words.dataset.chosen;
  };

  // The server sends only the parts whose digest is another one.
  document.addEventListener('htmx:configRequest', event => {
    event.detail.headers['View-Parts'] = [...document.querySelectorAll('[data-digest]')]
      .filter(part => part.dataset.digest).map(part => `${part.id}:${part.dataset.digest}`).join(' ');
    const view = document.getElementById('view');
    view?.setAttribute('aria-busy', 'true');
  });
  document.addEventListener('htmx:afterRequest', () => document.getElementById('view')?.removeAttribute('aria-busy'));

  // A download is of what is shown now, which the address says.
  document.addEventListener('click', event => {
    const link = event.target.closest('a[data-download]');
    if (!link) return;
    const wanted = new URL(link.href).searchParams.get('.download');
    const query = new URLSearchParams(location.search);
    query.set('.download', wanted);
    link.search = query;
  }, true);

  let asked = Date.now();
  const refresh = () => {
    const every = Number(form()?.dataset.refresh) * 1000;
    if (!every || document.hidden || Date.now() - asked < every) return;
    asked = Date.now();
    htmx.ajax('GET', location.pathname + location.search, {source: '#view', target: '#view', swap: 'none'});
  };
  setInterval(refresh, 1000);
  document.addEventListener('visibilitychange', refresh);
})();
