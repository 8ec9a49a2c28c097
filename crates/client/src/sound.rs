//! What a verdict sounds and feels like: four that cannot be mistaken for one another, made by the browser, no files.

use std::cell::RefCell;
use wasm_bindgen::JsValue;
use web_sys::{AudioContext, AudioContextState, OscillatorType};

/// A verdict's sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sound {
    /// Two bright notes that rise.
    Ok,
    /// Three equal notes.
    Warn,
    /// One long low buzz.
    Bad,
    /// One short soft tick.
    Neutral,
}

/// One note of a sound.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Note {
    /// Pitch.
    pub hertz: f32,
    /// When it begins, seconds after the sound does.
    pub at_s: f64,
    /// How long it lasts, seconds.
    pub for_s: f64,
    /// Loudness, 0 to 1.
    pub loud: f32,
    /// Rough or smooth.
    pub wave: OscillatorType,
}

impl Sound {
    /// All.
    pub const ALL: [Self; 4] = [Self::Ok, Self::Warn, Self::Bad, Self::Neutral];

    /// Its notes.
    pub fn notes(self) -> Vec<Note> {
        let note = |hertz, at_s, for_s, loud, wave| Note { hertz, at_s, for_s, loud, wave };
        match self {
            Self::Ok => vec![
                note(880.0, 0.0, 0.11, 0.5, OscillatorType::Sine),
                note(1318.5, 0.11, 0.2, 0.5, OscillatorType::Sine),
            ],
            Self::Warn => (0..3_u8)
                .map(|n| note(622.0, f64::from(n) * 0.16, 0.09, 0.5, OscillatorType::Triangle))
                .collect(),
            Self::Bad => vec![note(175.0, 0.0, 0.55, 0.6, OscillatorType::Sawtooth)],
            Self::Neutral => vec![note(440.0, 0.0, 0.05, 0.25, OscillatorType::Sine)],
        }
    }

    /// Its vibration: on, off, on … in milliseconds.
    pub const fn vibration(self) -> &'static [u32] {
        match self {
            Self::Ok => &[60],
            Self::Warn => &[80, 70, 80, 70, 80],
            Self::Bad => &[450],
            Self::Neutral => &[20],
        }
    }
}

thread_local! {
    static CONTEXT: RefCell<Option<AudioContext>> = const { RefCell::new(None) };
}

/// Gets ready to sound. Browsers want this to come from a tap or a key.
pub fn wake() {
    CONTEXT.with_borrow_mut(|context| {
        if context.is_none() {
            *context = AudioContext::new().ok();
        }
        if let Some(context) = context.as_ref().filter(|c| c.state() == AudioContextState::Suspended) {
            // Refused outside a tap; the next one tries again.
            let _ = context.resume();
        }
    });
}

/// Whether a sound would be heard.
pub fn is_ready() -> bool {
    CONTEXT.with_borrow(|context| context.as_ref().is_some_and(|c| c.state() == AudioContextState::Running))
}

/// Sounds; where the browser cannot, nothing happens and [`is_ready`] says so.
pub fn play(sound: Sound) {
    CONTEXT.with_borrow(|context| {
        let Some(context) = context else { return };
        for note in sound.notes() {
            // A note that cannot be made leaves the others.
            let _ = sound_note(context, note);
        }
    });
}

/// Vibrates, where the device can.
pub fn vibrate(sound: Sound) {
    let Some(window) = web_sys::window() else { return };
    let pattern: js_sys::Array = sound.vibration().iter().map(|ms| JsValue::from(*ms)).collect();
    // A device without a motor has no such method, or answers false.
    let _ = crate::js::call(&window.navigator(), "vibrate", &[pattern.into()]);
}

fn sound_note(context: &AudioContext, note: Note) -> Result<(), JsValue> {
    let (oscillator, gain) = (context.create_oscillator()?, context.create_gain()?);
    let (start, end) = (context.current_time() + note.at_s, context.current_time() + note.at_s + note.for_s);
    oscillator.set_type(note.wave);
    oscillator.frequency().set_value(note.hertz);
    // Swelling and fading within milliseconds, so that it does not click.
    gain.gain().set_value_at_time(0.0, start)?;
    gain.gain().linear_ramp_to_value_at_time(note.loud, start + 0.01)?;
    gain.gain().set_value_at_time(note.loud, (end - 0.02).max(start + 0.01))?;
    gain.gain().linear_ramp_to_value_at_time(0.0, end)?;
    oscillator.connect_with_audio_node(&gain)?.connect_with_audio_node(&context.destination())?;
    oscillator.start_with_when(start)?;
    oscillator.stop_with_when(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_sounds_are_alike() {
        for (at, one) in Sound::ALL.into_iter().enumerate() {
            for other in Sound::ALL.into_iter().skip(at + 1) {
                assert_ne!(one.vibration(), other.vibration(), "{one:?} {other:?}");
                let (a, b) = (one.notes(), other.notes());
                let apart = (a[0].hertz / b[0].hertz).ln().abs() > 0.3;
                assert!(
                    apart && (a.len() != b.len() || a[0].wave != b[0].wave || a[0].for_s != b[0].for_s),
                    "{one:?} {other:?}"
                );
            }
        }
    }

    #[test]
    fn a_sound_is_over_before_the_next_scan() {
        for sound in Sound::ALL {
            let end = sound.notes().iter().map(|note| note.at_s + note.for_s).fold(0.0, f64::max);
            assert!(end <= 0.6, "{sound:?} lasts {end} s");
        }
    }
}
