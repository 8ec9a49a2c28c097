//! The messages of `text::common` in 简体中文.

use crate::text::common::Messages;
use api::ProblemCode;

pub(crate) const TEXT: Messages = Messages {
    product: "信用码",
    close: "关闭",
    cancel: "取消",
    confirm: "确定",
    back: "返回",
    retry: "再试一次",
    loading: "正在读取…",
    skip_to_content: "跳到正文",
    navigation: "主导航",
    demo_mark: "演示",
    demo_explained: "这是演示系统，人物、商家和分数都是虚构的。",
    offline: "当前没有网络，显示的是上次保存的内容。",
    offline_code: "当前没有网络，信用码照常能用。",
    update_ready: "有新版本可用。",
    update_apply: "现在更新",
    update_later: "以后再说",
    in_wechat: "微信里无法保存信用码。请点右上角“…”，选择“在浏览器打开”。",
    sign_in: "登录",
    sign_out: "退出登录",
    choose_account: "选择一个演示账号",
    settings: "设置",
    language: "语言",
    language_name: "简体中文",
    theme: "外观",
    theme_auto: "跟随系统",
    theme_light: "浅色",
    theme_dark: "深色",
    size: "字号",
    size_standard: "标准",
    size_large: "大字",
    elder_mode: "长辈版",
    about: "关于",
    not_found: "没有这个页面。",
    to_start: "回到首页",
    call_offline: "连不上服务器。请检查网络，然后再试一次。",
    call_garbled: "服务器的回答读不懂。请更新本应用后再试。",
    problem,
    ago,
    span,
    distance,
};

fn problem(code: ProblemCode) -> &'static str {
    match code {
        ProblemCode::BadRequest | ProblemCode::UnsupportedMediaType | ProblemCode::MethodNotAllowed => {
            "这个版本的应用太旧，服务器不认识它的请求。请更新后再试。"
        }
        ProblemCode::SignedOut => "登录已经失效，请重新登录。",
        ProblemCode::Forbidden => "这个账号不能这样做。请换一个账号，或者到窗口办理。",
        ProblemCode::CrossOrigin => "请求来自别的网站，已被拦下。请从本应用里重新打开。",
        ProblemCode::NotFound => "没有找到。它可能已经被删除，请返回后再看。",
        ProblemCode::ChallengeExpired => "等待太久，本次申请已失效。请再试一次。",
        ProblemCode::Conflict => "这一条之前已经用别的内容提交过。请返回核对。",
        ProblemCode::TooLarge => "内容太大，服务器不收。请减少后再试。",
        ProblemCode::Unprocessable => "有一项填写不符合要求，请检查后再提交。",
        ProblemCode::ProofInvalid => "手机里的密钥没有通过检查。请再试一次；还不行就在设置里退出后重新登录。",
        ProblemCode::TokenLimit => "今天的信用码已经领完，明天零点后可以再领。已领的码仍然可以出示。",
        ProblemCode::TooManyRequests => "操作太频繁，请过一会儿再试。",
        ProblemCode::Internal | ProblemCode::Unknown => "服务器出错了，不是您的问题。请稍后再试。",
        ProblemCode::Unavailable => "服务器正忙，请过一会儿再试。",
    }
}

fn ago(seconds: i64) -> String {
    if seconds < 60 { "刚刚".to_owned() } else { format!("{}前", span(seconds)) }
}

fn span(seconds: i64) -> String {
    match seconds {
        ..60 => format!("{} 秒", seconds.max(0)),
        60..3_600 => format!("{} 分钟", seconds / 60),
        3_600..172_800 => format!("{} 小时", seconds / 3_600),
        _ => format!("{} 天", seconds / 86_400),
    }
}

fn distance(meters: u32) -> String {
    if meters < 1_000 {
        format!("{} 米", meters.div_ceil(10) * 10)
    } else {
        format!("{}.{} 公里", meters / 1_000, meters % 1_000 / 100)
    }
}
