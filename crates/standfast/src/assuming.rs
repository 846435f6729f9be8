//! A case in which a reader takes some numbers to be otherwise: the same text, with other numbers where these stand.

use std::ops::Range;

use crate::document::Case;

/// No number stands there, or it is an explicit distribution, which is no range.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no number that can be replaced stands at {0}")]
pub struct Unknown(pub String);

impl Case {
    /// Its text with some numbers, named by where they stand, as a reader writes them: `3 to 4`, or `3`. Whatever else
    /// stands with a number stays, its evidence included. The text need not be a case: it has to be read again.
    ///
    /// # Errors
    /// The first place at which there is no number, or one that is an explicit distribution.
    pub fn assuming(&self, numbers: &[(String, String)]) -> Result<String, Unknown> {
        let places = self.places();
        let mut changes: Vec<(Range<usize>, String)> = Vec::new();
        for (place, written) in numbers {
            let unknown = || Unknown(place.clone());
            let mut known = self.scenario.numbers.iter().filter(|number| number.given);
            let path = &known.find(|number| number.path.to_string() == *place).ok_or_else(unknown)?.path;
            let quoted = format!("{:?}", written.trim());
            let inner = |key: &str| places.exactly(&path.key(key));
            let change = match (inner("range"), inner("value"), places.exactly(path)) {
                (Some((_, value)), ..) => (value, quoted),
                (None, Some((key, value)), _) => (key.start..value.end, format!("range = {quoted}")),
                // A bare number, or a bare range.
                (None, None, Some((_, value))) if !self.text[value.clone()].starts_with('{') => (value, quoted),
                _ => return Err(unknown()),
            };
            changes.push(change);
        }
        changes.sort_by_key(|(span, _)| span.start);
        let mut text = self.text.clone();
        for (span, written) in changes.into_iter().rev() {
            text.replace_range(span, &written);
        }
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use standfast_model::number::Spread;

    use super::*;
    use crate::cases::EmbeddedCase;

    #[test]
    fn every_number_of_the_default_case_can_be_taken_to_be_otherwise_and_nothing_else_changes() {
        let case = EmbeddedCase::DEFAULT.read();
        let ranges = case.scenario.numbers.iter().enumerate().filter_map(|(i, number)| match number.spread {
            Spread::Range { low, high } if number.given => {
                Some((i, number.path.to_string(), format!("{low} to {high}")))
            }
            _ => None,
        });
        let ranges: Vec<_> = ranges.collect();
        assert!(ranges.len() > 100);
        // The same ranges make the same case; one that is narrower changes its own number alone.
        let same: Vec<_> = ranges.iter().map(|(_, path, range)| (path.clone(), range.clone())).collect();
        let again = Case::from_text("case", &case.assuming(&same).expect("numbers")).expect("a case");
        assert_eq!(again.scenario, case.scenario);
        let (i, path, _) = &ranges[7];
        let Spread::Range { low, high } = case.scenario.numbers[*i].spread else { unreachable!("a range") };
        let narrow = Spread::Range { low, high: 0.5 * (low + high) };
        let written = format!("{low} to {}", 0.5 * (low + high));
        let text = case.assuming(&[(path.clone(), written)]).expect("a number");
        let mut expected = case.scenario.clone();
        expected.numbers[*i].spread = narrow;
        assert_eq!(Case::from_text("case", &text).expect("a case").scenario, expected);
    }

    #[test]
    fn what_is_no_number_is_said() {
        let case = EmbeddedCase::DEFAULT.read();
        let assume = |path: &str| case.assuming(&[(path.to_owned(), "1 to 2".to_owned())]);
        assert_eq!(assume("scenario.title"), Err(Unknown("scenario.title".to_owned())));
        assert_eq!(assume("nowhere"), Err(Unknown("nowhere".to_owned())));
        let plain = assume("primitives.challenger.grievance").expect("a number");
        let before = "challenger.grievance = { value = 0.27,";
        assert!(case.text.contains(before) && !plain.contains(before));
        assert!(plain.contains("challenger.grievance = { range = \"1 to 2\", evidence"));
    }
}
