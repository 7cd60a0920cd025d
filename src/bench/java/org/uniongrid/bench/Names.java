package org.uniongrid.bench;

import java.util.Random;

/** Made-up names, the same for the same numbers. */
final class Names {

    private static final String[] BRAND =
            pairs("云岭恒泰锦程瑞丰远航华盛顺达宏信嘉禾天宇德润博雅新辉金桥长青海纳东升凯旋中和利民安康永兴" + "百川同创智联星河启明旭日佳美欣荣泰和富源永安正大广源万顺吉祥文昌");
    private static final String[] TRADE = {
        "精密机械", "电子科技", "物流", "纺织", "食品", "建材", "家具", "化工", "汽车零部件", "新能源", "软件", "餐饮管理", "酒店", "服装", "印刷包装", "医药",
        "五金制品", "塑料制品", "农业发展", "文化传媒", "物业服务", "人力资源", "装饰工程", "商贸"
    };
    private static final String[] FORM = {"有限公司", "有限公司", "有限公司", "股份有限公司", "厂", "合伙企业"};
    private static final String[] PLACE = pairs("东岭西岭南川北川青山白沙石桥柳河松林竹溪梅园桂湖枫亭荷塘龙泉凤台鹤鸣鹿苑虹桥翠屏丹阳金沙银湾玉田" + "长洲平湖清江沧浪沙渚云台凌河");
    private static final String FAMILY = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉红建国文辉力军云山河清";

    private final Random random;

    Names(Random random) {
        this.random = random;
    }

    private static String[] pairs(String text) {
        var pairs = new String[text.length() / 2];
        for (int i = 0; i < pairs.length; i++) pairs[i] = text.substring(2 * i, 2 * i + 2);
        return pairs;
    }

    private static String pick(String[] from, int number) {
        return from[Math.floorMod(number, from.length)];
    }

    /** A place name; different for the first {@code 40 * 40} numbers. */
    static String place(int number) {
        return number < PLACE.length
                ? PLACE[number]
                : pick(PLACE, number / PLACE.length) + pick(PLACE, number).substring(1);
    }

    String firm() {
        return pick(BRAND, random.nextInt(1 << 16))
                + pick(BRAND, random.nextInt(1 << 16)).charAt(0)
                + pick(TRADE, random.nextInt(1 << 16))
                + pick(FORM, random.nextInt(1 << 16));
    }

    String person() {
        var name = String.valueOf(FAMILY.charAt(random.nextInt(FAMILY.length())));
        for (int i = 0; i <= random.nextInt(2); i++) name += GIVEN.charAt(random.nextInt(GIVEN.length()));
        return name.length() == 1 ? name + "明" : name;
    }
}
