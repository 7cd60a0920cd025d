/* Checks members' codes by the city's public key, as the server does: see membership/codes. */
(function () {
  'use strict';
  var LIVES = 60, FORGIVEN = 5, CURVE = { name: 'ECDSA', namedCurve: 'P-256' }, HASH = { name: 'ECDSA', hash: 'SHA-256' };
  function bytes(text) {
    return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), function (c) { return c.charCodeAt(0); });
  }
  function hex(part) { return Array.from(part, function (b) { return (b < 16 ? '0' : '') + b.toString(16); }).join(''); }
  function long(part, at) {
    var view = new DataView(part.buffer, part.byteOffset + at, 8);
    return view.getUint32(0) * 4294967296 + view.getUint32(4);
  }
  function base64(part) { return btoa(String.fromCharCode.apply(null, part)); }

  var kinds = {
    'UG1.': function (b) {
      return { content: b.subarray(0, 33), city: b.subarray(33), from: long(b, 17), nonce: hex(b.subarray(25, 33)), label: '' };
    },
    'UG2.': function (b) {
      var size = b[0] * 256 + b[1], content = b.subarray(2, 2 + size), at = 3 + size + b[2 + size], moment = b.subarray(at, at + 16), signed = new Uint8Array(32);
      if (b.length !== at + 80 || content[0] !== 2) throw new Error('no code');
      signed.set(content.subarray(1, 17), 0);
      signed.set(moment, 16);
      return { content: content, city: b.subarray(3 + size, at), key: content.subarray(17, 82), until: long(content, 82), label: new TextDecoder().decode(content.subarray(90)),
        from: long(moment, 0), nonce: hex(moment.subarray(8)), signed: signed, signature: b.subarray(at + 16) };
    },
    'UG3.': function (b) {
      var size = b[0] * 256 + b[1], content = b.subarray(2, 2 + size);
      if (content[0] !== 3) throw new Error('no code');
      return { content: content, city: b.subarray(2 + size), serial: String(long(content, 17)), until: long(content, 25), label: new TextDecoder().decode(content.subarray(33)), printed: true };
    }
  };
  function read(text) {
    var kind = kinds[text.slice(0, 4)];
    try { return kind ? kind(bytes(text.slice(4))) : undefined; } catch (broken) { return undefined; }
  }
  function isOfCity(code, pack) {
    var key = bytes(pack.key);
    if (pack.algorithm.indexOf('Ed25519') >= 0)
      return code.city.length === 64 && window.nacl.sign.detached.verify(code.content, code.city, key.slice(-32));
    return window.sm2.doVerifySignature(Array.from(code.content), hex(code.city), hex(key.slice(-65)), { der: true, hash: true });
  }
  function isOfPhone(code) {
    if (!code.key) return Promise.resolve(true);
    return crypto.subtle.importKey('raw', code.key, CURVE, false, ['verify']).then(function (key) {
      return crypto.subtle.verify(HASH, key, code.signature, code.signed);
    }).catch(function () { return false; });
  }
  function time(code, now) {
    if (code.until !== undefined && now >= code.until) return 'OVER';
    if (code.from === undefined) return '';
    if (now >= code.from + LIVES) return 'OVER';
    return code.from > now + FORGIVEN ? 'AHEAD' : '';
  }
  function isRefused(code, pack) {
    return code.key ? pack.devices.indexOf(base64(code.key)) >= 0 : code.printed && pack.prints.indexOf(code.serial) >= 0;
  }

  window.UG = window.UG || {};
  /* gives the code with its verdict; a good one may have been taken before, which is for the gate to know */
  window.UG.check = function (text, pack, now) {
    var code = read(text);
    function say(verdict) { return Object.assign(code || {}, { verdict: verdict }); }
    if (!code) return Promise.resolve(say('NO_CODE'));
    try { if (!isOfCity(code, pack)) return Promise.resolve(say('NOT_OURS')); } catch (broken) { return Promise.resolve(say('NOT_OURS')); }
    return isOfPhone(code).then(function (is) {
      return say(!is ? 'NOT_OURS' : time(code, now) || (isRefused(code, pack) ? 'ENDED' : 'GOOD'));
    });
  };
})();
