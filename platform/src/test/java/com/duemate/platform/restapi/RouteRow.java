package com.duemate.platform.restapi;

import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.tenancy.Surface;
import java.util.List;
import java.util.Set;

/**
 * What a route answers to whom.
 *
 * @param thing what stands in its path, for resources with an id
 * @param managing asked by those who manage only, though it changes nothing
 * @param surfaces where a plain page is; empty for resources, which are on the API's host and the tenant's
 */
record RouteRow(
        Type type,
        Kind thing,
        String body,
        Set<Surface> surfaces,
        int forNobody,
        int forStranger,
        List<Integer> forOwn,
        boolean managing) {

    private enum Type {
        OPEN,
        LIST,
        ONE,
        CREATE,
        CHANGE,
        PAGE
    }

    /** Things a tenant has, each time a new one. */
    enum Kind {
        NOTHING,
        CUSTOMER,
        INVOICE,
        DRAFT,
        MESSAGE,
        /** Staged and ready. */
        IMPORT,
        COMMITTED_IMPORT,
        POLICY,
        /** A letter that can be printed. */
        TASK,
        DONE_TASK
    }

    static RouteRow open() {
        return new RouteRow(Type.OPEN, Kind.NOTHING, "", Set.of(), 200, 200, List.of(200), false);
    }

    static RouteRow closed() {
        return new RouteRow(Type.LIST, Kind.NOTHING, "", Set.of(), 401, 200, List.of(200), false);
    }

    static RouteRow list() {
        return new RouteRow(Type.LIST, Kind.NOTHING, "", Set.of(), 401, 200, List.of(200), false);
    }

    static RouteRow one(Kind thing) {
        return new RouteRow(Type.ONE, thing, "", Set.of(), 401, 404, List.of(200), false);
    }

    /** Another tenant's key makes things of its own tenant, or is refused for naming another's. */
    static RouteRow create(String body) {
        boolean namesOthers = body.contains("{customer}");
        return new RouteRow(
                Type.CREATE, Kind.NOTHING, body, Set.of(), 401, namesOthers ? 400 : 201, List.of(200, 201), false);
    }

    static RouteRow upload() {
        return new RouteRow(Type.CREATE, Kind.NOTHING, RouteWorld.TABLE, Set.of(), 401, 202, List.of(202), false);
    }

    /** What every tenant has one of, or asks of its own. */
    static RouteRow ask(String body) {
        return new RouteRow(Type.CREATE, Kind.NOTHING, body, Set.of(), 401, 200, List.of(200), false);
    }

    static RouteRow change(Kind thing, String body) {
        return new RouteRow(Type.CHANGE, thing, body, Set.of(), 401, 404, List.of(200, 201, 202, 204), false);
    }

    static RouteRow page(int forNobody, Surface... surfaces) {
        return new RouteRow(Type.PAGE, Kind.NOTHING, "", Set.of(surfaces), forNobody, 404, List.of(forNobody), false);
    }

    boolean isResource() {
        return type != Type.PAGE;
    }

    boolean isList() {
        return type == Type.LIST || type == Type.OPEN;
    }

    RouteRow forManagers() {
        return new RouteRow(type, thing, body, surfaces, forNobody, forStranger, forOwn, true);
    }

    /** Not for a key that may only read. */
    boolean needsMoreThanReading() {
        return managing || type == Type.CREATE || type == Type.CHANGE;
    }

    String path(String route, RouteWorld things, TenantId owner) {
        var made = things.a(thing, owner);
        return route.substring(route.indexOf(' ') + 1).replace("{id}", made);
    }

    String body(RouteWorld things, TenantId owner) {
        return body.contains("{customer}") ? body.replace("{customer}", things.a(Kind.CUSTOMER, owner)) : body;
    }
}
