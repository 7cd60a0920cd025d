package org.uniongrid.organisation.intake;

import static org.uniongrid.exchange.Column.optional;

import org.uniongrid.exchange.Column;

/** Columns that a list of unions and a list of employers both have, known by the same headers. */
final class SharedColumns {

    private SharedColumns() {}

    static final Column OWNERSHIP = optional("ownership", "单位性质", "企业性质", "ownership")
            .like("170")
            .noted("import.unions.ownership")
            .offering(Codes.OWNERSHIPS);
    static final Column INDUSTRY = optional("industry", "行业代码", "industry")
            .like("G5810")
            .noted("import.unions.industry")
            .offering(Codes.INDUSTRIES);
    static final Column STAFF = optional("staff", "职工人数", "职工总数", "staff").like("128");
    static final Column WOMEN = optional("women", "女职工人数", "women").like("46");
    static final Column DIVISION = optional("division", "所在地区划代码", "区划代码", "division")
            .like("990171401")
            .noted("import.unions.division");
    static final Column ADDRESS = optional("address", "地址", "单位地址", "address").like("物流大道 18 号");
    static final Column LNG = optional("lng", "经度", "longitude").like("103.812345");
    static final Column LAT = optional("lat", "纬度", "latitude").like("25.912345");
}
