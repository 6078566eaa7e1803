//! Surnames: the two hundred most common ones and others that are no common word, which cover well over 98 per cent
//! of the population; compound surnames.

use std::sync::LazyLock;

use crate::lexicon::Prefixes;

#[rustfmt::skip]
const COMPOUND: [&str; 67] = [
    "爱新觉罗", "欧阳", "司马", "上官", "诸葛", "司徒", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "长孙", "宇文",
    "司空", "夏侯", "端木", "百里", "呼延", "南宫", "东郭", "西门", "独孤", "轩辕", "澹台", "公冶", "宗政", "濮阳",
    "淳于", "单于", "太叔", "申屠", "仲孙", "钟离", "闻人", "赫连", "拓跋", "万俟", "闾丘", "乐正", "鲜于", "亓官",
    "巫马", "公羊", "第五", "羊舌", "左丘", "梁丘", "谷梁", "漆雕", "壤驷", "公良", "夹谷", "宰父", "段干", "仲长",
    "子车", "颛孙", "司寇", "公西", "南门", "东门", "纳兰", "完颜", "叶赫", "耶律", "贺兰",
];

const SINGLE: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方\
白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮\
柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全\
佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海\
阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阎萧傅铁占苍弓亢仰隆牧扶矫乜蹇种阴竺昝墨哈谯笪佴";

static NAMES: LazyLock<Prefixes> =
    LazyLock::new(|| Prefixes::new(COMPOUND.into_iter().chain(SINGLE.split("").filter(|name| !name.is_empty()))));

/// The length of the surname at the head of `i`, a compound one where it is such.
pub(super) fn length(i: &str) -> Option<usize> {
    NAMES.of(i).map(str::len)
}
