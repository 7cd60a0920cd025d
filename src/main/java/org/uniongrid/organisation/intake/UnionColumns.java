package org.uniongrid.organisation.intake;

import static org.uniongrid.exchange.Column.optional;
import static org.uniongrid.exchange.Column.required;
import static org.uniongrid.exchange.Column.secret;

import java.util.List;
import org.uniongrid.exchange.Column;

/** The columns of a list of unions, by the national register of 2020, with those of the employer beside them. */
final class UnionColumns {

    private UnionColumns() {}

    static final List<Column> ALL = List.of(
            optional("unit-code", "工会组织代码", "组织代码", "union code").like("81990171MA0000001X"),
            required("unit-name", "工会名称", "工会全称", "union name").like("云州顺达物流有限公司工会委员会"),
            optional("parent", "上级工会", "隶属工会", "parent union")
                    .like("物流港园区工会联合会")
                    .noted("import.unions.parent"),
            required("category", "工会类别", "类别", "kind")
                    .like("企业工会")
                    .noted("import.unions.category")
                    .offering(Codes.CATEGORIES),
            optional("tier", "层级", "tier")
                    .like("乡镇街道")
                    .noted("import.unions.tier")
                    .offering(Codes.TIERS),
            optional("unit-uscc", "工会统一社会信用代码", "工会信用代码", "union credit code").noted("import.unions.unit-uscc"),
            optional("org-type", "组织类型", "register type")
                    .like("1")
                    .noted("import.unions.org-type")
                    .offering(Codes.ORG_TYPES),
            optional("org-form", "组织形式", "register form")
                    .like("4")
                    .noted("import.unions.org-form")
                    .offering(Codes.ORG_FORMS),
            optional("founded-on", "建会日期", "成立日期", "founded on").like("2019-05-08"),
            optional("founding-way", "建会方式", "way of founding")
                    .like("线下")
                    .noted("import.unions.founding-way")
                    .offering(Codes.FOUNDING_WAYS),
            optional("prepared-on", "筹建日期", "preparation began").like("2019-03-01"),
            optional("reply-number", "批复文号", "reply number").like("云高工发〔2019〕12号"),
            SharedColumns.DIVISION,
            SharedColumns.ADDRESS,
            optional("uscc", "统一社会信用代码", "信用代码", "credit code")
                    .like("91990171MA42KFGD4A")
                    .noted("import.unions.uscc"),
            optional("employer-name", "单位名称", "企业名称", "employer")
                    .like("云州顺达物流有限公司")
                    .noted("import.unions.employer"),
            SharedColumns.OWNERSHIP,
            SharedColumns.INDUSTRY,
            SharedColumns.STAFF,
            SharedColumns.WOMEN,
            optional("members", "会员人数", "会员数", "members").like("120"),
            optional("women-members", "女会员人数", "women members").like("44"),
            optional("migrants", "农民工人数", "农民工", "migrant workers").like("35"),
            optional("hardship", "困难职工人数", "困难职工", "in hardship").like("2"),
            optional("full-time-cadres", "专职工会干部人数", "专职干部", "full-time cadres").like("1"),
            optional("part-time-cadres", "兼职工会干部人数", "兼职干部", "part-time cadres").like("4"),
            optional("in-mutual-aid", "互助保障参加人数", "互助保障人数", "in mutual aid").like("80"),
            optional("member-cards", "会员卡持卡人数", "会员卡人数", "member cards").like("110"),
            yesNo("has-seal", "工会印章", "有无印章", "seal"),
            optional("legal-person-until", "法人资格有效期至", "法人资格有效期", "legal person until")
                    .like("2029-05-07"),
            yesNo("has-congress", "职代会", "建立职代会", "workers' congress"),
            yesNo("opens-affairs", "厂务公开", "affairs open"),
            yesNo("has-contract", "集体合同", "collective contract"),
            optional("home-star", "职工之家星级", "职工之家", "home stars").like("3").offering(Codes.STARS),
            SharedColumns.LNG,
            SharedColumns.LAT,
            optional("chair-name", "主席姓名", "工会主席", "chair").like("张某"),
            secret("chair-id", "主席身份证号", "身份证号", "chair identity number")
                    .like("990101197505081233")
                    .noted("import.unions.sealed"),
            secret("chair-phone", "主席手机号", "手机号", "联系电话", "chair phone")
                    .like("15400000000")
                    .noted("import.unions.sealed"),
            optional("term-start", "任期开始", "任期起", "term from").like("2024-05-08"),
            optional("term-end", "任期届满", "任期止", "term to").like("2029-05-07"));

    private static Column yesNo(String key, String... headers) {
        return optional(key, headers).like(Codes.YES_NO.getFirst()).offering(Codes.YES_NO);
    }
}
