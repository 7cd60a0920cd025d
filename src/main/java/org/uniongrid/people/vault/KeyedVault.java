package org.uniongrid.people.vault;

import java.util.List;
import org.springframework.stereotype.Component;
import org.uniongrid.people.Place;
import org.uniongrid.people.SealBroken;
import org.uniongrid.people.Vault;

/** The vault over the keys of the key file. */
@Component
class KeyedVault implements Vault {

    private final LiveKeys keys;
    private final KeyRing ring;

    KeyedVault(LiveKeys keys, KeyRing ring) {
        this.keys = keys;
        this.ring = ring;
    }

    @Override
    public String seal(Place place, String plain) {
        return SealedText.seal(keys.now().current(), place, plain, ring.random())
                .written();
    }

    @Override
    public String open(Place place, String sealed) {
        var text = SealedText.parse(sealed).orElseThrow(() -> new SealBroken(place, "no sealed value"));
        var key = ring.find(text.keyId())
                .orElseThrow(() -> new SealBroken(place, "its key " + text.keyId() + " is not in the key file"));
        return text.open(key, place);
    }

    @Override
    public byte[] index(String column, String plain) {
        return keys.now().current().indexOf(column, plain);
    }

    @Override
    public List<byte[]> indexes(String column, String plain) {
        return keys.now().all().stream().map(key -> key.indexOf(column, plain)).toList();
    }
}
