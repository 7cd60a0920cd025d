package org.uniongrid.demo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The columns of the two sheets, key to Chinese header, in the order they stand. */
public final class Columns {

    /** The sheet of unions: federations, joint and enterprise unions. */
    public static final Map<String, String> UNION = columns("""
            unit_code 工会组织代码
            unit_name 工会名称
            parent 上级工会
            category 工会类别
            tier 层级
            org_type 组织类型
            org_form 组织形式
            founded_on 建会日期
            founding_way 建会方式
            reply_number 批复文号
            division 所在地区划代码
            address 地址
            uscc 统一社会信用代码
            employer_name 单位名称
            ownership 单位性质
            industry 行业代码
            staff 职工人数
            women 女职工人数
            members 会员人数
            women_members 女会员人数
            lng 经度
            lat 纬度
            chair_name 主席姓名
            chair_id 主席身份证号
            chair_phone 主席手机号
            term_start 任期开始
            term_end 任期届满
            """);

    /** The sheet of employers that have no union of their own. */
    public static final Map<String, String> EMPLOYER = columns("""
            uscc 统一社会信用代码
            employer_name 单位名称
            ownership 单位性质
            industry 行业代码
            staff 职工人数
            women 女职工人数
            division 所在地区划代码
            address 地址
            lng 经度
            lat 纬度
            covered_by 覆盖工会
            cover_mode 覆盖方式
            """);

    private Columns() {}

    private static Map<String, String> columns(String lines) {
        var columns = new LinkedHashMap<String, String>();
        lines.lines().map(line -> line.split(" ")).forEach(words -> columns.put(words[0], words[1]));
        return Collections.unmodifiableMap(columns);
    }
}
