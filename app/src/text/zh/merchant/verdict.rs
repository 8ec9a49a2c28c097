//! Verdicts in 简体中文: what a cashier reads at a glance, and what to do next. No one is called a cheat.

use crate::text::merchant::{Said, VerdictMessages};
use credit_code::verdict::{Colour, Verdict};

pub(super) const TEXT: VerdictMessages = VerdictMessages {
    of,
    colour: |colour| match colour {
        Colour::Green => "通过",
        Colour::Amber => "注意",
        Colour::Red => "不通过",
        Colour::Grey => "无法判断",
    },
    at_least: |tier| format!("{tier} 级以上"),
    no_tier: "暂无等级",
    name: "姓名",
    city: |city| format!("发码城市：{city}"),
    other_city: |city| format!("外地码 · {city}"),
    paper: "纸质卡",
    born: |year| format!("{year} 年出生"),
    born_check: "请看持卡人年龄是否相符",
    perk_number: |number| format!("{number} 号优惠"),
    perk_elsewhere: "本店没有这项优惠",
    can_have: |perks| format!("可享：{perks}"),
    with_digits: |perk| format!("{perk}（需核对数字）"),
    separator: "、",
    stop: "。",
    needs_digits: said("请核对六位数字", "这项优惠要核对：请顾客输入屏幕上的六位数字，再扫一次。"),
};

const fn said(say: &'static str, next: &'static str) -> Said {
    Said { say, next }
}

/// Above this a cashier would have to think.
const ORDINARY: &str = "请顾客刷新后再扫；还不行，就按普通顾客接待。";

fn of(verdict: Verdict, colour: Colour) -> Said {
    match (verdict, colour) {
        (Verdict::Valid, Colour::Amber) => said("有效，但名单旧了", "可以接待。请尽快联网更新名单。"),
        (Verdict::Valid, _) => said("有效", "请按以上内容接待。"),
        (Verdict::Unreadable, _) => said("没有读到码", "请顾客调亮屏幕、拿稳，对准再扫一次。"),
        (Verdict::Prefix, _) => {
            said("这不是信用码", "请顾客打开信用码页面再扫；没有信用码，就按普通顾客接待。")
        }
        (Verdict::VersionNewer, _) => said("信用码版本比本机新", "请联网更新本应用，再扫一次。"),
        (Verdict::Size, _) => said("太长，不是信用码", ORDINARY),
        (Verdict::Base45, _) => said("码里有不认识的字符", ORDINARY),
        (Verdict::Cbor, _) => said("码的内容读不出来", ORDINARY),
        (Verdict::Noncanonical, _) => said("码的写法不规范", ORDINARY),
        (Verdict::Shape, _) => said("码的内容不完整", ORDINARY),
        (Verdict::Alg, _) => said("签名方式不认可", ORDINARY),
        (Verdict::KidUnknown, Colour::Amber) => {
            said("名单太旧，认不出发码机构", "请联网更新名单，再扫一次。")
        }
        (Verdict::KidUnknown, _) => said("不认识的发码机构", "这个码不能认可。请按普通顾客接待。"),
        (Verdict::KeyRevoked, _) => said("发码密钥已吊销", "请顾客联网更新信用码，再扫一次。"),
        (Verdict::IssuerSig, _) => {
            said("发码机构的签名对不上", "这个码不能认可。请顾客从自己的信用码应用重新出示。")
        }
        (Verdict::Scope, _) => said("码的内容超出发码范围", "这个码不能认可。请顾客换一个新码再扫。"),
        (Verdict::NotYet, _) => said("码还没到生效时间", "请核对双方手机的日期和时间，再扫一次。"),
        (Verdict::Expired, _) => said("码已过期", "请顾客联网刷新，再扫一次。"),
        (Verdict::Stale, _) => {
            said("请顾客刷新", "这个码停留太久了。请顾客在手机上打开信用码页面，等它刷新后再扫。")
        }
        (Verdict::Future, _) => {
            said("顾客手机时间偏快", "请开启“核对数字”再扫，或请顾客把手机设为自动时间。")
        }
        (Verdict::VerifierClock, _) => {
            said("双方时间对不上", "请把本机设为自动时间，或开启“核对数字”，再扫一次。")
        }
        (Verdict::ProofMissing, _) => {
            said("缺少手机的现场证明", "请顾客在自己的手机上打开信用码，再扫一次。")
        }
        (Verdict::KeyWeak, _) => said("手机密钥不合格", "请顾客在信用码里换一个新码，再扫一次。"),
        (Verdict::HolderSig, _) => {
            said("手机的签名对不上", "这个码不能认可。请顾客在自己的手机上重新打开信用码。")
        }
        (Verdict::Aud, _) => said("这个码是给别的商家的", "请顾客换一个新码，再扫一次。"),
        (Verdict::Nonce, _) => said("六位数字没有对上", "请顾客输入屏幕上现在的六位数字，再扫一次。"),
        (Verdict::Replay, _) => said("已出示过", "这个码刚才在本店用过了。请顾客点“换一个新码”，再扫一次。"),
        (Verdict::Revoked, _) => said("码已作废", "这个码不能认可。请顾客联网更新，或到信用窗口咨询。"),
        (Verdict::StatusStale, _) => {
            said("作废名单不全或太旧", "请联网更新名单，再扫一次；不能联网，就按普通顾客接待。")
        }
        (Verdict::StatusRange, _) => said("作废名单里没有这个编号", ORDINARY),
        (Verdict::TrustStale, _) => {
            said("没有可用的机构名单", "名单太旧或还没有。请联网更新名单，再扫一次。")
        }
        (Verdict::Policy, _) => {
            said("码是真的，但这里用不上", "等级或优惠在本地不被认可，请按普通顾客接待。")
        }
        (Verdict::Specimen, _) => said("这是样本，不能使用", "请顾客出示自己的信用码。"),
    }
}
