package org.uniongrid.casework.orders;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.web.Programs;

/** Orders of other systems, such as the hotline of the government: handed in, looked at, and their answer taken back. */
@RestController
class OrderApi {

    private static final String HERE = Programs.ROOT + "/orders";

    private final OrderDesk desk;
    private final OrderBook book;

    OrderApi(OrderDesk desk, OrderBook book) {
        this.desk = desk;
        this.book = book;
    }

    @PostMapping(HERE)
    @Permission(OrderDesk.ENTER)
    @Operation(operationId = "handInOrder", summary = "api.orders.take")
    ResponseEntity<OrderState> take(Actor actor, @RequestBody Order order) {
        return answer(desk.take(actor, order));
    }

    @GetMapping(HERE + "/{number}")
    @Permission(OrderDesk.ENTER)
    @Operation(operationId = "order", summary = "api.orders.one")
    ResponseEntity<OrderState> one(Actor actor, @PathVariable String number) {
        return answer(book.find(number, actor.reach(OrderDesk.ENTER)));
    }

    @PostMapping(HERE + "/{number}/reported")
    @Permission(OrderDesk.ENTER)
    @Operation(operationId = "orderReported", summary = "api.orders.reported")
    ResponseEntity<OrderState> reported(Actor actor, @PathVariable String number) {
        return answer(desk.report(actor, number));
    }

    private static ResponseEntity<OrderState> answer(OrderState state) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(state);
    }
}
