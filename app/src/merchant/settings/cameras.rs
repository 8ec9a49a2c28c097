//! Which camera the till uses.

use crate::{
    merchant::context::{Facing, LensState, use_till},
    text::Lang,
};
use client::camera::{self, Device};
use leptos::prelude::*;
use ui::{Choice, ChoiceOption};

/// Back, front, or one by its name, where there are more than two and the browser tells them.
#[component]
pub fn Cameras(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let till = use_till();
    let text = &lang.merchant().settings;
    let devices = LocalResource::new(camera::list);
    let choose = move |facing: Facing| {
        till.prefs.facing.set(facing);
        if till.lens.state().get_untracked() == LensState::On {
            till.lens.open(till.prefs);
        }
    };
    move || {
        let options = options(devices.get().unwrap_or_default(), lang);
        view! {
            <section class="card">
                <Choice name="camera" legend=text.camera chosen=till.prefs.facing options=options on_choose=choose in_row=true />
            </section>
        }
    }
}

fn options(devices: Vec<Device>, lang: Lang) -> Vec<ChoiceOption<Facing>> {
    let text = &lang.merchant().settings;
    let option = |value, label: String, testid: Option<&str>| ChoiceOption {
        value,
        label,
        note: String::new(),
        testid: testid.map(str::to_owned),
    };
    let mut options = vec![
        option(Facing::Back, text.camera_back.to_owned(), Some("camera-back")),
        option(Facing::Front, text.camera_front.to_owned(), Some("camera-front")),
    ];
    if devices.len() > 2 {
        options.extend((1..).zip(devices).map(|(number, device)| {
            let label = if device.label.is_empty() { (text.camera_device)(number) } else { device.label };
            option(Facing::Device(device.id), label, None)
        }));
    }
    options
}
