//! What numbers are called by people.

use std::collections::BTreeMap;

use standfast::cases::CASES;
use standfast_report::outline::outline;
use standfast_report::{Catalogue, Language};

/// Whether a text has a name of the language in it: `us_will`, `effect[3]`, `us.stake`.
fn is_technical(text: &str) -> bool {
    let follows = |point: usize| text[point + 1..].chars().next().is_some_and(char::is_alphabetic);
    text.contains(['_', '[', '{']) || text.match_indices('.').any(|(point, _)| follows(point))
}

#[test]
fn no_two_numbers_of_a_case_have_the_same_title_and_none_has_names_of_the_language() {
    let mut numbers = 0;
    for language in Language::ALL {
        let catalogue = Catalogue::new(language);
        for embedded in CASES {
            let case = embedded.read();
            let mut titles: BTreeMap<String, String> = BTreeMap::new();
            for number in outline(&catalogue, &case).numbers {
                assert!(!is_technical(&number.title), "{}: {}", number.path, number.title);
                let cyrillic = number.title.chars().any(|c| ('Ѐ'..='ӿ').contains(&c));
                assert_eq!(cyrillic, language == Language::Uk, "{}", number.title);
                if let Some(other) = titles.insert(number.title.clone(), number.path.clone()) {
                    panic!("{language:?}, {}: {other} and {} are both {}", case.scenario.id, number.path, number.title);
                }
                numbers += 1;
            }
        }
    }
    assert!(numbers > 1000, "{numbers} numbers");
}
