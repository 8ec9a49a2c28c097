use super::*;
use domain::ids::ResidentId;

const NUMBER: &str = "34052419800101001X";

fn found(live_tokens: u32) -> FoundResident {
    FoundResident { resident: ResidentId::from_bytes([7; 16]), masked_name: "李*".to_owned(), live_tokens }
}

fn filled(live_tokens: u32) -> Draft {
    let draft = Draft::default();
    draft.number.set(NUMBER.to_owned());
    draft.take_found(NUMBER.parse().unwrap(), found(live_tokens));
    draft.reason.set(Some(RevocationReason::DeviceLost));
    draft.note.set(" lost on a bus ".to_owned());
    draft
}

fn id(byte: u8) -> Option<RevocationId> {
    Some(RevocationId::from_bytes([byte; 16]))
}

#[test]
fn a_repetition_keeps_its_id_and_a_change_draws_another() {
    Owner::new().with(|| {
        let draft = filled(3);
        let first = draft.request(|| id(1)).unwrap();
        assert_eq!(first.note, "lost on a bus");
        assert_eq!(draft.request(|| id(2)).unwrap(), first);
        draft.note.set("lost on a train".to_owned());
        assert_eq!(Some(draft.request(|| id(3)).unwrap().id), id(3));
        draft.reason.set(None);
        assert_eq!(draft.request(|| id(4)), None);
    });
}

#[test]
fn the_person_found_goes_when_the_number_changes() {
    Owner::new().with(|| {
        let draft = filled(3);
        assert_eq!(draft.found(), Some(found(3)));
        draft.number.set(" 340524 19800101 001x".to_owned());
        assert_eq!(draft.found(), Some(found(3)), "another spelling of the same number");
        draft.number.set("340524198001010011".to_owned());
        assert_eq!(draft.found(), None);
        assert_eq!(draft.request(|| id(1)), None);
    });
}

#[test]
fn only_a_complete_form_comes_to_the_confirmation() {
    Owner::new().with(|| {
        let reviewed = |draft: Draft| {
            draft.review();
            draft.confirming.get_untracked()
        };
        assert!(reviewed(filled(1)));
        assert!(reviewed(filled(0)), "also without tokens: sessions end");
        let draft = filled(1);
        draft.note.set("abc".to_owned());
        assert!(!reviewed(draft));
        let draft = filled(1);
        draft.reason.set(None);
        assert!(!reviewed(draft));
    });
}

#[test]
fn a_note_is_counted_in_characters() {
    assert_eq!(check_note("三个字 "), Err(NoteError::Short));
    assert_eq!(check_note("一共四字"), Ok(()));
    assert_eq!(check_note(&"字".repeat(NOTE_MOST)), Ok(()));
    assert_eq!(check_note(&"字".repeat(NOTE_MOST + 1)), Err(NoteError::Long));
}

#[test]
fn after_the_answer_only_the_receipt_is_left() {
    Owner::new().with(|| {
        let draft = filled(2);
        let revoked = Revoked { tokens: 2, receipt: api::Fixed([9; 32]) };
        draft.finish(revoked.clone());
        assert!(draft.is_empty() && draft.found().is_none());
        assert_eq!(draft.done(), Some(Done { masked_name: "李*".to_owned(), revoked }));
    });
}
