/* The only hand-written behaviour besides htmx. Every page works without it. Words come from data attributes. */
(function () {
  'use strict';
  var d = document, words = d.body.dataset, composing = null;

  /* 1 Chinese input methods: no query while pinyin is being composed */
  d.addEventListener('compositionstart', function (e) { composing = e.target; });
  d.addEventListener('compositionend', function (e) {
    composing = null;
    e.target.dispatchEvent(new Event('input', { bubbles: true }));
  });
  d.addEventListener('htmx:beforeRequest', function (e) {
    if (composing && e.detail.elt.contains(composing)) e.preventDefault();
  });

  /* a toast stands above a bar at the bottom */
  if (d.querySelector('.actbar, .bulk') && d.getElementById('toasts')) d.getElementById('toasts').classList.add('over-bar');
  /* 2 toasts: good news fades, bad news stays until it is dismissed */
  function fade(toast) { setTimeout(function () { toast.remove(); }, 6000); }
  function toast(kind, text) {
    var box = d.getElementById('toasts'), t = d.createElement('div'), i = d.createElement('span'), s = d.createElement('span');
    t.className = 'toast-ug';
    t.setAttribute('role', kind === 'ok' ? 'status' : 'alert');
    i.className = 'lead-ic ic-' + kind;
    i.textContent = kind === 'ok' ? '✓' : '!';
    i.setAttribute('aria-hidden', 'true');
    s.className = 'grow';
    s.textContent = text;
    t.append(i, s);
    if (kind === 'ok') fade(t); else t.append(closer(t));
    box.appendChild(t);
  }
  function closer(t) {
    var b = d.createElement('button');
    b.type = 'button';
    b.className = 'iconbtn';
    b.textContent = '×';
    b.setAttribute('aria-label', words.close);
    b.addEventListener('click', function () { t.remove(); });
    return b;
  }
  d.querySelectorAll('[data-fade]').forEach(fade);
  d.addEventListener('ug:toast', function (e) { toast(e.detail.kind || 'ok', e.detail.text); });

  /* 3 failures say what happened and what to do */
  d.addEventListener('htmx:sendError', function () { toast('bad', words.offline); });
  d.addEventListener('htmx:responseError', function (e) {
    var x = e.detail.xhr, id = x.getResponseHeader('X-Request-Id');
    var known = { 401: words.expired, 403: words.refused, 409: words.changed }[x.status];
    toast('bad', known || words.failed + (id ? ' · ' + id : ''));
  });

  /* 4 where a form came back with problems, the reader starts there */
  function focusProblems(within) {
    var s = within.querySelector('[data-focus]');
    if (s) s.focus();
  }
  focusProblems(d);
  d.addEventListener('htmx:afterSwap', function (e) { focusProblems(e.detail.target); });

  /* 5 Ctrl or ⌘ with K goes to the search */
  d.addEventListener('keydown', function (e) {
    var q = d.getElementById('q');
    if (q && q.offsetParent && (e.ctrlKey || e.metaKey) && e.key.toLowerCase() === 'k') { e.preventDefault(); q.focus(); q.select(); }
  });

  /* 6 the drawer on small screens; without script its links do the same by :target */
  var menu = d.querySelector('[data-ug="menu"]'), side = d.getElementById('side');
  function drawer(open) {
    d.body.classList.toggle('side-open', open);
    menu.setAttribute('aria-expanded', String(open));
    if (open) side.querySelector('a').focus(); else menu.focus();
  }
  if (menu) {
    menu.addEventListener('click', function (e) { e.preventDefault(); drawer(!d.body.classList.contains('side-open')); });
    menu.addEventListener('keydown', function (e) { if (e.key === ' ') { e.preventDefault(); drawer(true); } });
    d.querySelectorAll('[data-ug="shut"]').forEach(function (a) {
      a.addEventListener('click', function (e) { e.preventDefault(); drawer(false); });
    });
    side.addEventListener('keydown', function (e) {
      var all, last;
      if (e.key !== 'Tab' || !d.body.classList.contains('side-open')) return;
      all = side.querySelectorAll('a, input, button');
      last = e.shiftKey ? all[0] : all[all.length - 1];
      if (d.activeElement === last) { e.preventDefault(); all[e.shiftKey ? all.length - 1 : 0].focus(); }
    });
  }

  /* 7 menus close on Escape and on a click elsewhere */
  d.addEventListener('click', function (e) { if (e.target.closest('[data-print]')) window.print(); });
  d.addEventListener('click', function (e) {
    d.querySelectorAll('details.who-menu[open], details.drop-menu[open]').forEach(function (m) { if (!m.contains(e.target)) m.open = false; });
  });
  d.addEventListener('keydown', function (e) {
    if (e.key !== 'Escape') return;
    if (d.body.classList.contains('side-open')) drawer(false);
    d.querySelectorAll('details.who-menu[open], details.drop-menu[open]').forEach(function (m) {
      m.open = false;
      m.querySelector('summary').focus();
    });
  });

  /* 8 show a password, copy a number, filter as soon as a choice is made, send a form once */
  d.addEventListener('click', function (e) {
    var b = e.target.closest('[data-ug="reveal"]'), c = e.target.closest('[data-copy]'), field, shown;
    if (b) {
      field = d.getElementById(b.getAttribute('aria-controls'));
      shown = field.type === 'password';
      field.type = shown ? 'text' : 'password';
      b.setAttribute('aria-pressed', String(shown));
    }
    if (c && navigator.clipboard) navigator.clipboard.writeText(d.querySelector(c.dataset.copy).textContent).then(function () { toast('ok', c.dataset.done); });
  });
  /* 9 a chosen file shows its name, and one too large is refused before it travels */
  function named(input) {
    var all = Array.from(input.files), name = input.parentNode.querySelector('.drop-name');
    var large = all.some(function (file) { return file.size > input.dataset.most * 1048576; });
    var together = all.reduce(function (sum, file) { return sum + file.size; }, 0) > 30 * 1048576;
    if (name) name.textContent = all.map(function (file) { return file.name; }).join(' · ');
    input.setCustomValidity(large ? input.dataset.large : together ? input.dataset.together : '');
    if (all.length) input.reportValidity();
  }
  function files() { return d.querySelectorAll('.drop input[type="file"]'); }
  ['dragover', 'dragleave', 'drop'].forEach(function (kind) {
    d.addEventListener(kind, function (e) { var at = e.target.closest && e.target.closest('.drop'); if (at) at.classList.toggle('is-over', kind === 'dragover'); });
  });
  d.addEventListener('change', function (e) {
    if (e.target.matches('.drop input[type="file"]')) named(e.target);
  });
  // where so many may be ticked and no more, the others wait
  function ticks(box) {
    var all = Array.from(box.querySelectorAll('[type="checkbox"]')), full = all.filter(function (c) { return c.checked; }).length >= box.dataset.mostTicks;
    all.forEach(function (c) { c.disabled = full && !c.checked; });
  }
  function tickable(within) { within.querySelectorAll('[data-most-ticks]').forEach(ticks); }
  tickable(d);
  d.addEventListener('htmx:afterSettle', function () { tickable(d); });
  d.addEventListener('change', function (e) {
    var box = e.target.closest('[data-most-ticks]');
    if (box) ticks(box);
  });
  d.addEventListener('change', function (e) {
    var f = e.target.form;
    if (f && f.matches('[data-auto]') && e.target.matches('select, [type="checkbox"]')) f.requestSubmit ? f.requestSubmit() : f.submit();
  });
  // the tree was drawn before the filters changed: a unit chosen there keeps them
  d.addEventListener('click', function (e) {
    var a = e.target.closest('[data-keep] a[href], a[data-keep]'), to, now;
    if (!a || a.matches('.twist')) return;
    to = new URL(a.href); now = new URLSearchParams(location.search);
    Array.from(to.searchParams.keys()).forEach(function (k) { if (k !== 'under' && k !== 'list') to.searchParams.delete(k); });
    now.forEach(function (v, k) { if (['under', 'list', 'after', 'before'].indexOf(k) < 0) to.searchParams.append(k, v); });
    a.href = to.href;
  });
  // the answer to a sent form cannot be gone back to: its place in the history leads to the page it was sent from
  var here = d.querySelector('[data-here]');
  if (here) history.replaceState(history.state, '', here.dataset.here);
  d.addEventListener('submit', function (e) {
    if (e.target.method !== 'post' || e.target.dataset.sent) return e.target.dataset.sent && e.preventDefault();
    if (!e.target.closest('[hx-post], [hx-boost], [data-again]')) e.target.dataset.sent = '1';
  });
  addEventListener('pageshow', function (e) {
    files().forEach(function (input) { if (input.files.length) named(input); });
    if (e.persisted) d.querySelectorAll('form[data-sent]').forEach(function (f) { delete f.dataset.sent; });
  });
})();
