package org.uniongrid.organisation.upward;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The layout of the union register of 2020: its columns in their order, and what stands in each of a union's row. The
 * columns are those of the register above, so they are in Chinese whatever the reader's language. Numbers of people, such
 * as the chair's identity number and phone, are not part of it.
 */
final class Layout {

    private Layout() {}

    /** A heading and the SQL of its cell, over {@code u}, a unit, and what {@link #FROM} joins to it. */
    private record Part(String header, String sql) {}

    private static final List<Part> PARTS = List.of(
            new Part("工会组织代码", "u.code"),
            new Part("工会名称", "u.name"),
            new Part("统一社会信用代码", "u.uscc"),
            new Part("组织类型", "u.register_type"),
            new Part("组织形式", "u.register_form"),
            new Part(
                    "状态",
                    "case u.state when 'PREPARING' then '筹备' when 'SUSPENDED' then '停止活动' when 'DISSOLVED' then '撤销' else '正常' end"),
            new Part("建会日期", "u.founded_on"),
            new Part("建会方式", "case u.founding_way when 'OFFLINE' then '线下' when 'ONLINE' then '线上' end"),
            new Part("批复文号", "u.reply_number"),
            new Part("筹备组成立日期", "u.prepared_on"),
            new Part("主席姓名", "chair.name"),
            new Part("任期开始", "u.term_from"),
            new Part("任期届满", "u.term_to"),
            new Part("工会委员会人数", committee("UNION")),
            new Part("经费审查委员会人数", committee("AUDIT")),
            new Part("女职工委员会人数", committee("WOMEN")),
            new Part("劳动法律监督委员会人数", committee("LABOUR_LAW")),
            new Part("职工人数", "u.staff"),
            new Part("女职工人数", "u.women"),
            new Part("会员人数", "u.members"),
            new Part("女会员人数", "u.women_members"),
            new Part("专职工会干部人数", "u.full_time_cadres"),
            new Part("兼职工会干部人数", "u.part_time_cadres"),
            new Part("农民工人数", "u.migrants"),
            new Part("困难职工人数", "u.hardship"),
            new Part("是否有印章", yesNo("u.has_seal")),
            new Part("法人资格证书有效期", "u.legal_person_until"),
            new Part("是否建立职代会", yesNo("u.has_congress")),
            new Part("是否厂务公开", yesNo("u.opens_affairs")),
            new Part("是否签订集体合同", yesNo("u.has_contract")),
            new Part("参加互助保障人数", "u.in_mutual_aid"),
            new Part("会员卡数", "u.member_cards"),
            new Part("职工之家星级", "u.home_star"),
            new Part("省", division(2)),
            new Part("市", division(4)),
            new Part("区县", division(6)),
            new Part("街道乡镇", division(9)),
            new Part("行业代码", "coalesce(u.industry, firm.industry)"),
            new Part("单位性质", "coalesce(u.ownership, firm.ownership)"),
            new Part("用人单位名称", "firm.name"),
            new Part("用人单位信用代码", "firm.uscc"),
            new Part("上级工会代码", "above.code"),
            new Part("上级工会名称", "above.name"),
            new Part("隶属起始日期", "lower(place.during)"));

    /** What the register above gives is no change of ours. */
    private static final List<String> GIVEN = List.of("工会组织代码", "上级工会代码");

    static final List<String> HEADERS = PARTS.stream().map(Part::header).toList();

    /** One union's employer, where it has just one. */
    private static final String FROM = """
             from organisation.unit u
            left join organisation.place place on place.unit_id = u.id and place.line_id = 1 and place.path is not null
            left join organisation.unit above on above.id = place.parent_id
            left join lateral (
                select p.name from organisation.post o
                join organisation.role r on r.id = o.role_id and r.key = 'union-chair'
                join organisation.tenure t on t.post_id = o.id and t.during @> cast(:today as date)
                join people.person p on p.id = t.person_id
                where o.unit_id = u.id order by t.acting, t.id limit 1) chair on true
            left join lateral (
                select min(e.name) as name, min(e.uscc) as uscc, min(e.industry) as industry, min(e.ownership) as ownership,
                       min(e.division) as division
                from (select name, uscc, industry, ownership, division from organisation.employer
                      where union_id = u.id limit 2) e
                having count(*) = 1) firm on true
            """;

    /** Unions as rows with {@code unit_id}, {@code scope}, {@code cells} and {@code hash}, of which this condition on {@code u} holds. Wants {@code :today}. */
    static String rows(String condition) {
        return "select r.unit_id, r.scope, r.cells, encode(sha256(convert_to((select string_agg(c, chr(31) order by i)"
                + " from unnest(r.cells) with ordinality as x (c, i) where i <> all (array["
                + GIVEN.stream()
                        .map(header -> String.valueOf(HEADERS.indexOf(header) + 1))
                        .collect(Collectors.joining(", "))
                + "])), 'UTF8')), 'hex') as hash"
                + " from (select u.id as unit_id, u.scope, array["
                + String.join(
                        ", ",
                        PARTS.stream()
                                .map(part -> "coalesce((" + part.sql() + ")::text, '')")
                                .toList())
                + "] as cells" + FROM + " where " + condition + ") r";
    }

    private static String committee(String kind) {
        return """
                select coalesce(nullif((select count(*) from organisation.committee_member m
                    where m.committee_id = c.id and m.during @> cast(:today as date)), 0), c.seats)
                from organisation.committee c
                where c.unit_id = u.id and c.kind = '%s' and c.during @> cast(:today as date)
                """.formatted(kind);
    }

    private static String yesNo(String column) {
        return "case " + column + " when true then '是' when false then '否' end";
    }

    private static String division(int digits) {
        var code = "coalesce(u.division, firm.division)";
        return "select d.name from organisation.division d where length(" + code + ") >= " + digits
                + " and d.code = left(" + code + ", " + digits + ")";
    }
}
