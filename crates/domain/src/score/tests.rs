use super::{CardFault, Contribution, Record, Scorecard, ScorecardError, card::Draft};
use crate::level::Tier;
use jiff::civil::{Date, date};
use proptest::prelude::*;

const SAMPLE: &str = include_str!("../../../../data/score/sample-2026.toml");
const TODAY: Date = date(2026, 11, 20);

fn card(text: &str) -> Result<Scorecard, ScorecardError> {
    Scorecard::new(toml::from_str::<Draft>(text).unwrap())
}

fn record(item: &str) -> Record {
    Record { item: item.to_owned(), from: date(2026, 1, 1), until: None }
}

#[test]
fn the_sample_is_sound_and_says_that_it_is_one() {
    let card = card(SAMPLE).unwrap();
    assert!(card.is_sample() && card.edition().starts_with("sample-"));
    assert!(card.is_valid_on(TODAY) && !card.is_valid_on(date(2025, 12, 31)));
    let score = card.score(&[], TODAY);
    assert_eq!((score.total, score.tier), (630, Tier::new(2).unwrap()));
    assert_eq!(card.next_level(score.total).unwrap().from, 700);
}

#[test]
fn every_fault_of_a_card_is_named() {
    for (from, to, fault) in [
        ("cap = 150", "cap = 151", CardFault::Caps(1002)),
        ("cap = 150", "cap = 90", CardFault::Base("basics".into())),
        ("valid_from = \"2026-01-01\"", "valid_from = \"2026-13-01\"", CardFault::Validity),
        ("valid_until = \"2027-12-31\"", "valid_until = \"2025-12-31\"", CardFault::Validity),
        ("item = \"honour\"", "item = \"volunteering\"", CardFault::Twice("volunteering".into())),
        ("at_most = 6", "at_most = 0", CardFault::Idle("utilities-paid".into())),
        ("points = -30", "points = -2000000000", CardFault::TooLarge("utilities-overdue".into())),
        ("from = 700", "from = 600", CardFault::Levels),
        ("from = 0", "from = 1", CardFault::Levels),
        ("from = 900", "from = 1001", CardFault::OutOfReach(5)),
        (
            "dimension = \"economy\"",
            "dimension = \"wealth\"",
            CardFault::UnknownDimension { item: "utilities-paid".into(), dimension: "wealth".into() },
        ),
    ] {
        assert!(SAMPLE.contains(from), "{from}");
        let ScorecardError(faults) = card(&SAMPLE.replace(from, to)).unwrap_err();
        assert!(faults.contains(&fault), "{from} -> {to}: {faults:?}");
    }
}

#[test]
fn unknown_fields_are_refused() {
    assert!(toml::from_str::<Draft>(&SAMPLE.replace("at_most = 6", "at_most = 6\nincome = 1")).is_err());
}

#[test]
fn of_too_many_records_the_earliest_count() {
    let card = card(SAMPLE).unwrap();
    let late = Record { from: date(2026, 6, 1), ..record("real-name") };
    let score = card.score(&[late, record("real-name")], TODAY);
    assert_eq!(
        score.dimensions[0].contributions,
        [Contribution::Base(100), Contribution::Record { record: 1, points: 20 },]
    );
}

#[test]
fn records_count_only_in_their_time() {
    let card = card(SAMPLE).unwrap();
    let ended = Record { until: Some(date(2026, 11, 19)), ..record("judgment-unpaid") };
    let last_day = Record { until: Some(TODAY), ..record("judgment-unpaid") };
    let future = Record { from: date(2026, 11, 21), ..record("judgment-unpaid") };
    assert_eq!(card.score(&[ended, future], TODAY).total, 630);
    assert_eq!(card.score(&[last_day], TODAY).total, 480);
}

#[test]
fn a_floor_gives_back_and_says_so() {
    let card = card(SAMPLE).unwrap();
    let adverse: Vec<Record> =
        ["penalty-severe", "penalty-severe", "judgment-unpaid"].into_iter().map(record).collect();
    let lawfulness = &card.score(&adverse, TODAY).dimensions[2];
    assert_eq!((lawfulness.points, lawfulness.contributions.last()), (0, Some(&Contribution::Bound(140))));
}

fn any_record() -> impl Strategy<Value = Record> {
    let item = prop_oneof![
        Just("real-name"),
        Just("commitment-kept"),
        Just("commitment-broken"),
        Just("penalty-severe"),
        Just("judgment-unpaid"),
        Just("utilities-paid"),
        Just("volunteering"),
        Just("honour"),
        Just("unknown"),
    ];
    (item, -500_i64..500, proptest::option::of(-500_i64..500)).prop_map(|(item, from, until)| {
        let day = |n: i64| TODAY.saturating_add(jiff::Span::new().days(n));
        Record { item: item.to_owned(), from: day(from), until: until.map(day) }
    })
}

proptest! {
    #[test]
    fn contributions_sum_to_the_total(records in proptest::collection::vec(any_record(), 0..80)) {
        let card = card(SAMPLE).unwrap();
        let score = card.score(&records, TODAY);
        let mut total = 0;
        for (part, dimension) in score.dimensions.iter().zip(card.dimensions()) {
            let sum: i64 = part.contributions.iter().map(|c| i64::from(c.points())).sum();
            prop_assert_eq!(sum, i64::from(part.points));
            prop_assert!(part.points <= dimension.cap);
            total += part.points;
        }
        prop_assert_eq!(total, score.total);
        prop_assert!(score.total <= card.maximum());
        prop_assert_eq!(card.level(score.total).unwrap().tier, score.tier);
    }

    #[test]
    fn the_order_of_records_of_one_day_changes_nothing(mut records in proptest::collection::vec(any_record(), 0..40)) {
        let card = card(SAMPLE).unwrap();
        let before = card.score(&records, TODAY).total;
        records.reverse();
        prop_assert_eq!(card.score(&records, TODAY).total, before);
    }
}
