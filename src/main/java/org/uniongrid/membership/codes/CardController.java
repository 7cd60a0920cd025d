package org.uniongrid.membership.codes;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.access.Limit;
import org.uniongrid.access.RateLimits;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Open;
import org.uniongrid.foundation.Permission;
import org.uniongrid.membership.Cards;
import org.uniongrid.membership.MemberState;
import org.uniongrid.membership.Stays;
import org.uniongrid.web.Toast;

/** The code of a member, to be shown at a gate; the page draws another before it is over. */
@Controller
class CardController {

    /** Seconds before the end of a code when the page asks for the next. */
    private static final int EARLY = 15;

    private static final Limit KEYS = new Limit("card-keys", 20, Duration.ofHours(1));

    private final CodeDesk desk;
    private final Devices devices;
    private final Stays stays;
    private final Cards cards;
    private final RateLimits limits;
    private final Clock clock;

    CardController(CodeDesk desk, Devices devices, Stays stays, Cards cards, RateLimits limits, Clock clock) {
        this.desk = desk;
        this.devices = devices;
        this.stays = stays;
        this.cards = cards;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping("/m/card")
    @Permission(Actor.WORKER)
    ModelAndView card(Actor worker, @RequestParam Optional<String> ended, HttpServletResponse response) {
        var stay = stays.current(worker.personId())
                .filter(one -> one.state() != MemberState.SUSPENDED)
                .orElse(null);
        if (stay == null) return new ModelAndView("membership/codes/none");
        var shown = desk.show(worker).orElse(null);
        if (shown == null) return new ModelAndView("membership/codes/none");
        var left = Duration.between(clock.instant(), shown.until()).toSeconds() - EARLY;
        response.setHeader("Refresh", String.valueOf(Math.max(5, left)));
        return new ModelAndView("membership/codes/card")
                .addObject("stay", stay)
                .addObject("code", shown)
                .addObject("seconds", (int) Math.max(5, left))
                .addObject("ended", ended.isPresent())
                .addObject("phones", devices.count(worker))
                .addObject(
                        "number",
                        cards.number(worker.personId()).map(Cards::masked).orElse(""));
    }

    /** What a phone is told of its key. */
    record Kept(String voucher, String signature, long until, long now, String card, String label) {}

    /** Vouches for the key of a phone: it makes codes by itself for a week. */
    @PostMapping("/m/card/device")
    @Permission(Actor.WORKER)
    ResponseEntity<Kept> vouch(Actor worker, @RequestParam String key) {
        limits.require(KEYS, String.valueOf(worker.personId()));
        return bytes(key)
                .flatMap(point -> devices.vouch(worker, point))
                .map(vouched -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(kept(vouched)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.CONFLICT).build());
    }

    private static Kept kept(Devices.Vouched vouched) {
        var letters = Base64.getUrlEncoder().withoutPadding();
        var voucher = vouched.voucher();
        return new Kept(
                letters.encodeToString(voucher.content()),
                letters.encodeToString(vouched.signature()),
                voucher.until().getEpochSecond(),
                vouched.now().getEpochSecond(),
                voucher.card().toString(),
                voucher.label());
    }

    private static Optional<byte[]> bytes(String key) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(key));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Of all phones, such as after one was lost. */
    @PostMapping("/m/card/devices/end")
    @Permission(Actor.WORKER)
    String end(Actor worker, RedirectAttributes next) {
        devices.end(worker);
        Toast.after(next, "code.phones.ended");
        return "redirect:/m/card?ended";
    }

    @GetMapping("/m/offline/card")
    @Open("kept by phones; says nothing of anybody: the phone adds its own code")
    String offline() {
        return "membership/codes/offline";
    }
}
