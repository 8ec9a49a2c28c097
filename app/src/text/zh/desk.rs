//! The messages of `text::desk` in 简体中文.

use crate::text::desk::Messages;
use api::issuing::{KeyState, KeyUsage, RevocationReason};
use domain::resident_number::ResidentNumberError;

pub(crate) const TEXT: Messages = Messages {
    title: "签发台",
    who_signs_in: "请选择以谁的身份办理。",
    sign_in_again: "登录已经失效。请重新登录，填写的内容都还在。",
    overview: "签发概况",
    as_of: |time| format!("截至 {time}"),
    kept_overview: |time, ago| format!("连不上服务器，显示的是 {time}（{ago}）保存的概况。"),
    refresh: "刷新",
    refreshed: "概况已刷新。",

    keys: "签发密钥",
    keys_note: "含已停用和已吊销的密钥；吊销的留作记号，不会删除。",
    kid: "密钥号",
    city: "城市",
    usage: "用途",
    usage_of: |usage| match usage {
        KeyUsage::Phone => "手机码",
        KeyUsage::Paper => "纸质卡",
        KeyUsage::Status => "作废名单",
    },
    state: "状态",
    state_of: |state| match state {
        KeyState::Active => "使用中",
        KeyState::Next => "待启用",
        KeyState::Retired => "已停用",
        KeyState::Revoked => "已吊销",
    },
    validity: "有效期（北京时间）",
    from_to: |from, to| format!("{from} 至 {to}"),

    lists: "发布的名单",
    lists_note: "商家凭这些名单离线核验：24 小时内为最新，72 小时内为有点旧，再久就是太旧。",
    list: "名单",
    trust_list: "机构名单",
    status_list: |place| format!("作废名单 {place}"),
    age: "新旧",
    signed_at: "签发时间",
    revoked_entries: "作废数",
    size: "大小",
    bytes: |n| format!("{n} 字节"),
    fresh: "最新",
    aging: "有点旧",
    stale: "太旧",
    no_lists: "还没有发布名单。",

    minted: "近 24 小时签发量",
    minted_total: |n| format!("共签发 {n} 个一次性凭证。"),
    minted_chart: |total, hour, most| {
        format!("近 24 小时每小时签发量柱形图：共 {total} 个，最多的是 {hour} 起的一小时，{most} 个。")
    },
    hour: "时段（北京时间）",
    count: "签发数",

    revoke: "作废某人的信用码",
    revoke_note: "用于手机丢失、本人要求、资料更正或去世。作废的是已领的凭证，不影响本人重新领取。",
    number: "居民身份号码",
    number_hint: "18 位，末位可以是 X。号码只用来查找，不会出现在网址和日志里。",
    number_error,
    find: "查找",
    finding: "正在查找…",
    not_found: "本市没有登记这个号码的人。请核对号码；不是本市居民的，请联系其所在城市办理。",
    found: "查到",
    live_tokens: |n| format!("{n} 个凭证还没到期"),
    nothing_to_revoke: "此人没有未到期的凭证；仍可办理，让此人的手机退出登录。",
    reason: "作废原因",
    reason_of: |reason| match reason {
        RevocationReason::DeviceLost => "手机丢失或被盗",
        RevocationReason::HolderAsked => "本人要求",
        RevocationReason::DataCorrected => "凭证内容已经更正",
        RevocationReason::Deceased => "本人已去世",
    },
    reason_missing: "请选择一个作废原因。",
    note: "说明",
    note_hint: |n| format!("4 到 500 字，本人可以看到。已写 {n} 字。"),
    note_short: "请写明情况，至少 4 个字。",
    note_long: "说明最多 500 字，请删短一些。",
    review: "核对并作废…",
    confirm_title: "确认作废",
    consequence: |name, n| format!("{name} 的 {n} 个未到期凭证将全部作废，不能恢复。"),
    consequence_rest: |reason| match reason {
        RevocationReason::DeviceLost | RevocationReason::HolderAsked => {
            "商家更新名单后不再接受。此人所有手机都会退出登录；本人重新登录，就能领取新的信用码。"
        }
        RevocationReason::DataCorrected => "商家更新名单后不再接受。本人的手机联网后会自动换成新的信用码。",
        RevocationReason::Deceased => {
            "商家更新名单后不再接受。此人所有手机都会退出登录，以后不能再领取信用码。"
        }
    },
    confirm_revoke: "确认作废",
    revoking: "正在作废…",
    not_revoked: "没有收到办理结果",
    nothing_lost: "填写的内容都还在，可以直接再确认一次：同一次办理不会重复执行。",
    revoked_title: |name| format!("已作废 {name} 的信用码"),
    revoked_tokens: |n| format!("{n} 个凭证已经作废，将出现在下一次发布的作废名单里。"),
    receipt: "回执",
    receipt_note: "回执是办理记录的指纹，可以抄给本人，供日后核对。",
    next_person: "办理下一位",
    start_over: "换一个人",

    shortcuts: "快捷键",
    key_number: "填写号码",
    key_review: "核对并作废",
    key_refresh: "刷新概况",
    key_close: "关闭对话框",
};

fn number_error(error: ResidentNumberError) -> String {
    match error {
        ResidentNumberError::Length(0) => "请填写居民身份号码。".to_owned(),
        ResidentNumberError::Length(n) => format!("号码应当是 18 位，现在是 {n} 位。"),
        ResidentNumberError::Character(18) => "最后一位应当是数字或 X。".to_owned(),
        ResidentNumberError::Character(n) => format!("第 {n} 位应当是数字。"),
        ResidentNumberError::BirthDate => "第 7 到 14 位不是一个存在的出生日期，请核对。".to_owned(),
        ResidentNumberError::Check => "号码的末位与前面不符，可能有一位输错了，请核对。".to_owned(),
    }
}
