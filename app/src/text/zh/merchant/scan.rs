//! The scanning page in 简体中文.

use crate::text::merchant::ScanMessages;
use client::{camera::CameraError, scan::PhotoError};

pub(super) const TEXT: ScanMessages = ScanMessages {
    start: "开始扫码",
    starting: "正在打开摄像头…",
    start_note: "点一次就行，之后一直自动扫。用扫码枪可以直接扫，不用点。",
    aim: "把信用码对准这里",
    go_on: "继续扫码",
    torch: "补光",
    zoom: "放大",
    swap: "切换镜头",
    photo: "识别照片",
    photo_reading: "正在识别照片…",
    photo_error,
    kiosk: "台面模式",
    kiosk_leave: "退出台面模式",
    camera_error,
    camera_else: "也可以用扫码枪，或者识别照片。",
    gun_field: "扫码枪输入",
    gun_reading: "正在接收扫码枪…",
    strict: "核对数字",
    challenge_title: "请顾客在手机上输入这六位数字",
    challenge_note: "顾客点“商家给了六位数字？”，输入后再出示。每成功一次换一组。",
    challenge_label: |digits| format!("六位数字：{digits}"),
    challenge_new: "换一组",
    last: |ago| format!("上一次结果 · {ago}"),
    list_age: |ago| format!("名单：{ago}更新"),
    list_none: "还没有名单",
    offline_until: |when| format!("离线可用至 {when}"),
    offline_over: "名单太旧，请联网更新",
    clock_title: "本机时间可能不准",
    clock_slow: |span| format!("本机时间慢了 {span}，已按服务器时间校正。"),
    clock_fast: |span| format!("本机时间快了 {span}，已按服务器时间校正。"),
    clock_behind_lists: "本机时间比名单的签发时间还早，核对结果不可靠。",
    clock_fix: "请打开手机“设置 → 日期和时间”，选“自动设置”。",
};

fn photo_error(error: PhotoError) -> &'static str {
    match error {
        PhotoError::NoPicture => "这个文件不是图片，请另选一张。",
        PhotoError::NoReader => "这个浏览器读不了照片，请更新浏览器，或改用摄像头。",
    }
}

fn camera_error(error: &CameraError) -> &'static str {
    match error {
        CameraError::Unsupported => "这个浏览器不让网页用摄像头。请换用系统浏览器打开本页。",
        CameraError::Denied => "没有摄像头权限。请在浏览器地址栏左边的网站设置里允许摄像头，再点一次。",
        CameraError::Missing => "没有找到摄像头。请接好摄像头，再点一次。",
        CameraError::Busy => "摄像头正被别的应用占用。请关掉那个应用，再点一次。",
        CameraError::Failed(_) => "摄像头打不开。请再点一次，还不行就重启浏览器。",
    }
}
