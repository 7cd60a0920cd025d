/* A member's code without a network: the phone has a key of its own, the city vouches for it a week at a time, and the phone
   signs the moment. The page that the server draws works without this. */
(function () {
  'use strict';
  var d = document, keep = window.UG.keep, EVERY = 45000, DAY = 86400;
  var CURVE = { name: 'ECDSA', namedCurve: 'P-256' }, HASH = { name: 'ECDSA', hash: 'SHA-256' };
  if (!window.crypto || !crypto.subtle || !window.indexedDB) return;

  function letters(bytes) {
    return btoa(String.fromCharCode.apply(null, new Uint8Array(bytes))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  }
  function bytes(text) {
    return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), function (c) { return c.charCodeAt(0); });
  }
  function seconds() { return Math.floor(Date.now() / 1000); }

  /* online: the key is made once and vouched for anew when the voucher is a day old */
  function vouch(form) {
    keep.get('card').then(function (kept) {
      if (kept && kept.number === form.dataset.number && kept.at > seconds() - DAY && kept.until > seconds()) return kept;
      return (kept && kept.number === form.dataset.number ? Promise.resolve(kept.keys) : crypto.subtle.generateKey(CURVE, false, ['sign']))
        .then(function (keys) { return ask(form, keys); });
    }).then(function (kept) { if (kept) d.querySelector('[data-kept]').hidden = false; }).catch(function () { });
  }
  function ask(form, keys) {
    return crypto.subtle.exportKey('raw', keys.publicKey).then(function (point) {
      form.elements.key.value = letters(point);
      return fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), credentials: 'same-origin' });
    }).then(function (answer) {
      if (answer.status === 409) return keep.drop('card');
      if (!answer.ok || answer.redirected) return undefined;
      return answer.json().then(function (it) {
        var kept = { keys: keys, voucher: it.voucher, signature: it.signature, until: it.until, card: it.card, label: it.label,
          ahead: it.now - seconds(), at: seconds(), number: form.dataset.number };
        return keep.put('card', kept).then(function () { return kept; });
      });
    });
  }

  /* offline: UG2. and then voucher, the city's signature, moment, number, the phone's signature */
  function code(kept) {
    var voucher = bytes(kept.voucher), city = bytes(kept.signature), moment = new Uint8Array(16), signed = new Uint8Array(32);
    var view = new DataView(moment.buffer), now = seconds() + kept.ahead;
    view.setUint32(0, Math.floor(now / 4294967296));
    view.setUint32(4, now >>> 0);
    crypto.getRandomValues(moment.subarray(8));
    signed.set(bytesOfCard(kept.card), 0);
    signed.set(moment, 16);
    return crypto.subtle.sign(HASH, kept.keys.privateKey, signed).then(function (signature) {
      var whole = new Uint8Array(2 + voucher.length + 1 + city.length + 16 + 64), at = 0;
      function put(part) { whole.set(part, at); at += part.length; }
      put([voucher.length >> 8, voucher.length & 255]);
      put(voucher);
      put([city.length]);
      put(city);
      put(moment);
      put(new Uint8Array(signature));
      return 'UG2.' + letters(whole);
    });
  }
  function bytesOfCard(uuid) {
    return Uint8Array.from(uuid.replace(/-/g, '').match(/../g), function (pair) { return parseInt(pair, 16); });
  }
  function draw(place, kept) {
    code(kept).then(function (text) {
      var qr = window.qrcode(0, 'L'), svg;
      qr.addData(text, 'Byte');
      qr.make();
      svg = new DOMParser().parseFromString(qr.createSvgTag({ cellSize: 4, margin: 16, scalable: true }), 'image/svg+xml').documentElement;
      svg.setAttribute('class', 'qr');
      svg.setAttribute('role', 'img');
      svg.setAttribute('aria-label', place.dataset.alt);
      place.replaceChildren(svg);
    });
  }
  function show(place) {
    keep.get('card').then(function (kept) {
      var label;
      if (!kept || kept.until <= seconds() + kept.ahead) return;
      label = kept.label.split('\n');
      d.querySelector('[data-name]').textContent = label[0];
      d.querySelector('[data-union]').textContent = label[1];
      d.querySelectorAll('[data-some]').forEach(function (part) { part.hidden = false; });
      d.querySelectorAll('[data-none]').forEach(function (part) { part.hidden = true; });
      draw(place, kept);
      setInterval(function () { draw(place, kept); }, EVERY);
      d.querySelector('[data-again]').addEventListener('click', function () { draw(place, kept); });
    });
  }

  var form = d.getElementById('vouch'), place = d.querySelector('[data-code]');
  if (form && form.dataset.ended) keep.drop('card').then(function () { vouch(form); });
  else if (form) vouch(form);
  if (place) show(place);
})();
