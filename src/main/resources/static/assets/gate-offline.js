/* The gate without a network: checks by the city's key that it took along, and notes what it took. */
(function () {
  'use strict';
  var d = document, keep = window.UG.keep, form = d.getElementById('gate'), video = d.querySelector('[data-scan-video]');
  function part(name) { return d.querySelector('[data-' + name + ']'); }
  function show(verdict, code) {
    d.querySelectorAll('[data-verdict]').forEach(function (one) { one.hidden = one.dataset.verdict !== verdict; });
    part('label').textContent = code && code.label ? code.label.replace('\n', ' · ') : '';
    part('printed').hidden = !(verdict === 'GOOD' && code.printed);
  }
  function count() { return keep.count('taken:').then(function (many) { part('count').textContent = many; }); }
  function seconds() { return Math.floor(Date.now() / 1000); }

  function take(text, gate) {
    return keep.get('pack').then(function (pack) {
      var now;
      if (!pack) { show('NO_PACK'); return undefined; }
      now = seconds() + pack.ahead;
      if (now >= pack.until) { show('OLD_PACK'); return undefined; }
      if (/^[0-9\s-]{8,}$/.test(text)) { show('DIGITS'); return undefined; }
      return window.UG.check(text, pack, now).then(function (code) {
        if (code.verdict !== 'GOOD' || code.printed) { show(code.verdict, code); return undefined; }
        return keep.add('taken:' + code.nonce, { code: text, gate: gate, at: now })
          .then(function () { show('GOOD', code); }, function () { show('USED', code); });
      });
    }).then(count);
  }

  form.addEventListener('submit', function (e) {
    var code = form.elements.code, gate = form.elements.gate.value.trim();
    e.preventDefault();
    if (!gate || !code.value.trim()) { show('FILL_IN'); return; }
    keep.put('gate', gate);
    take(code.value.trim(), gate).then(function () { code.value = ''; code.focus(); });
  });
  keep.get('gate').then(function (gate) { if (gate && !form.elements.gate.value) form.elements.gate.value = gate; });
  keep.get('pack').then(function (pack) { if (!pack) show('NO_PACK'); });
  count();
  function network() { part('back').hidden = !navigator.onLine; }
  window.addEventListener('online', network);
  window.addEventListener('offline', network);
  network();
})();
