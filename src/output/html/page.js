'use strict';
(() => {
  const root = document.documentElement, body = document.body;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const search = document.querySelector('.bar input');
  const gentle = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  const narrow = matchMedia('(max-width: 60rem)');
  const shown = element => element.offsetParent !== null;
  const show = element => element.scrollIntoView({ block: 'center', behavior: gentle });
  const marksOf = (article, id) => all('mark', article).filter(mark => mark.dataset.ids.split(' ').includes(id));

  function clear() {
    all('.chosen').forEach(element => element.classList.remove('chosen'));
  }

  // chooses an entry: its places in the text and its line in the list
  function choose(article, id, from) {
    clear();
    const marks = marksOf(article, id);
    const item = all('.item', article).find(item => item.dataset.id === id);
    marks.forEach(mark => mark.classList.add('chosen'));
    if (item) {
      item.classList.add('chosen');
      item.closest('details').open = true;
    }
    if (from === 'list' && narrow.matches && marks.length) body.classList.remove('lists');
    if (from !== 'text' && marks.length) show(marks[0]);
    if (from !== 'list' && item && shown(item)) show(item);
  }

  function filter(kind) {
    const button = document.querySelector(`.kind[data-kind=${kind}]`);
    const on = body.classList.toggle('no-' + kind);
    button.setAttribute('aria-pressed', String(!on));
  }

  function find(words) {
    all('aside li').forEach(entry => { entry.hidden = words !== '' && !entry.textContent.includes(words); });
  }

  function step(by) {
    const items = all('.item').filter(item => narrow.matches || shown(item));
    const at = items.findIndex(item => item.classList.contains('chosen'));
    const next = items[at < 0 ? (by > 0 ? 0 : items.length - 1) : at + by];
    if (next) choose(next.closest('article'), next.dataset.id, 'key');
  }

  function theme() {
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
  }

  document.addEventListener('click', event => {
    const item = event.target.closest('.item'), mark = event.target.closest('mark'), kind = event.target.closest('.kind');
    if (item) choose(item.closest('article'), item.dataset.id, 'list');
    else if (mark) choose(mark.closest('article'), mark.dataset.ids.split(' ').pop(), 'text');
    else if (kind) filter(kind.dataset.kind);
    else if (event.target.closest('.theme')) theme();
    else if (event.target.closest('.side')) body.classList.toggle('lists');
  });
  search.addEventListener('input', () => find(search.value.trim()));
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      clear();
      search.value = '';
      find('');
      search.blur();
      return;
    }
    if (event.target === search) return;
    const kinds = all('.kind');
    if (event.key === 'j') step(1);
    else if (event.key === 'k') step(-1);
    else if (event.key === 't') theme();
    else if (event.key === '/') {
      event.preventDefault();
      search.focus();
    } else if (/^[1-9]$/.test(event.key) && kinds[event.key - 1]) filter(kinds[event.key - 1].dataset.kind);
  });
  // on paper nothing can be unfolded
  let folded = [];
  addEventListener('beforeprint', () => {
    folded = all('details:not([open])');
    folded.forEach(group => { group.open = true; });
  });
  addEventListener('afterprint', () => folded.forEach(group => { group.open = false; }));
  const title = document.querySelector('aside h1');
  if (title) document.title = title.textContent;
})();
