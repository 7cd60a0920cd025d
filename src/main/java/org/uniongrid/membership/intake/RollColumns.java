package org.uniongrid.membership.intake;

import static org.uniongrid.exchange.Column.optional;
import static org.uniongrid.exchange.Column.required;
import static org.uniongrid.exchange.Column.secret;

import java.util.List;
import org.uniongrid.exchange.Column;

/** The columns of a roll, under the names that lists of members have (会员实名制). */
final class RollColumns {

    static final String UNIT_CODE = "unit-code";
    static final String UNIT_NAME = "unit-name";
    static final String NAME = "member-name";
    static final String DOCUMENT = "document-kind";
    static final String NUMBER = "id-number";
    static final String PHONE = "phone";
    static final String ACCOUNT = "bank-account";
    static final String EMPLOYER = "employer-name";
    static final String USCC = "uscc";
    static final String SINCE = "joined-on";
    static final String CLASS = "worker-class";
    static final String SCHOOLING = "schooling";
    static final String SKILL = "skill";
    static final String HOUSEHOLD = "household";
    static final String EMPLOYMENT = "employment";
    static final String STATE = "member-state";

    private RollColumns() {}

    static List<Column> with(RollTerms terms) {
        return List.of(
                optional(UNIT_CODE, "工会编码", "工会代码", "工会组织编码", "union code").noted("import.members.union"),
                optional(UNIT_NAME, "工会名称", "所属工会", "工会组织名称", "union")
                        .like("云州顺达物流有限公司工会委员会")
                        .noted("import.members.union"),
                required(NAME, "姓名", "会员姓名", "name").like("陈某"),
                optional(DOCUMENT, "证件类型", "证件类别", "document")
                        .like("居民身份证")
                        .noted("import.members.document")
                        .offering(terms.documents.offered()),
                secret(NUMBER, "证件号码", "证件号", "身份证号", "身份证号码", "number").noted("import.members.number"),
                secret(PHONE, "手机号", "手机号码", "联系电话", "移动电话", "phone").noted("import.members.number"),
                secret(ACCOUNT, "银行卡号", "银行账号", "bank account").noted("import.members.sealed"),
                optional(EMPLOYER, "单位名称", "工作单位", "employer")
                        .like("云州顺达物流有限公司")
                        .noted("import.members.employer"),
                optional(USCC, "统一社会信用代码", "信用代码", "credit code").noted("import.members.employer"),
                optional(SINCE, "入会日期", "入会时间", "joined on").like("2026-03-01").noted("import.members.since"),
                optional(CLASS, "职工类别", "职业类别", "就业形态", "class")
                        .like("外卖配送员")
                        .offering(terms.classes().offered()),
                optional(SCHOOLING, "学历", "文化程度", "schooling").like("大学专科").offering(terms.schoolings.offered()),
                optional(SKILL, "技能等级", "职业技能等级", "skill").like("无").offering(terms.skills.offered()),
                optional(HOUSEHOLD, "户籍", "户籍类型", "户口性质", "household")
                        .like("农村")
                        .offering(terms.households.offered()),
                optional(EMPLOYMENT, "就业状况", "就业状态", "employment").like("在岗").offering(terms.employments.offered()),
                optional(STATE, "会籍状态", "会籍变化类型", "state").like("在册").offering(terms.states.offered()));
    }
}
