//! What a number rests on, all of its evidence taken together.

use crate::evidence::{Evidence, EvidenceKind};
use crate::number::Number;

/// The basis of a number: how much of somebody's judgement stands between it and a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// Sources alone: measured, or said by an expert.
    Sources,
    /// Sources, and the author's judgement of what they mean for this number.
    JudgedSources,
    /// Tuned on a check, whatever else it rests on.
    Calibrated,
    /// Judgement alone.
    Judgement,
    /// Nothing that the case names.
    Nothing,
}

impl Basis {
    /// All of them, from the firmest.
    pub const ALL: [Basis; 5] =
        [Basis::Sources, Basis::JudgedSources, Basis::Calibrated, Basis::Judgement, Basis::Nothing];

    /// Its word in results.
    pub fn word(self) -> &'static str {
        match self {
            Basis::Sources => "sources",
            Basis::JudgedSources => "judged-sources",
            Basis::Calibrated => "calibrated",
            Basis::Judgement => "judgement",
            Basis::Nothing => "nothing",
        }
    }

    /// The basis of a number of a case with this evidence.
    pub fn of(number: &Number, evidence: &[Evidence]) -> Basis {
        let has = |kind| has(number, evidence, kind);
        match (has(EvidenceKind::Measured) || has(EvidenceKind::Expert), has(EvidenceKind::Judgement)) {
            _ if has(EvidenceKind::Calibrated) => Basis::Calibrated,
            (true, false) => Basis::Sources,
            (true, true) => Basis::JudgedSources,
            (false, true) => Basis::Judgement,
            (false, false) => Basis::Nothing,
        }
    }
}

impl Number {
    /// Whether judgement has a part in it: some of its evidence is judgement, or it has none.
    pub fn is_judged(&self, evidence: &[Evidence]) -> bool {
        self.evidence.is_empty() || has(self, evidence, EvidenceKind::Judgement)
    }
}

fn has(number: &Number, evidence: &[Evidence], kind: EvidenceKind) -> bool {
    number.evidence.iter().any(|&i| evidence[i].kind == kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Spread;
    use crate::primitive::Link;
    use crate::tree::Path;

    #[test]
    fn the_kinds_of_all_the_evidence_decide() {
        let evidence: Vec<Evidence> = EvidenceKind::WORDS
            .iter()
            .map(|(word, kind)| Evidence {
                id: (*word).to_owned(),
                kind: *kind,
                says: "so it is".to_owned(),
                source: None,
                locator: None,
                date: None,
                direction: None,
                check: None,
            })
            .collect();
        let basis = |words: &[&str]| {
            let position = |word: &&str| evidence.iter().position(|each| each.id == *word).expect("a kind");
            let number = Number {
                path: Path::default(),
                given: true,
                link: Link::Log,
                spread: Spread::Known(1.0),
                evidence: words.iter().map(position).collect(),
                drawn_with: None,
            };
            (Basis::of(&number, &evidence), number.is_judged(&evidence))
        };
        assert_eq!(basis(&["measured"]), (Basis::Sources, false));
        assert_eq!(basis(&["expert", "measured"]), (Basis::Sources, false));
        assert_eq!(basis(&["judgement", "expert"]), (Basis::JudgedSources, true));
        assert_eq!(basis(&["measured", "calibrated"]), (Basis::Calibrated, false));
        assert_eq!(basis(&["measured", "calibrated", "judgement"]), (Basis::Calibrated, true));
        assert_eq!(basis(&["judgement"]), (Basis::Judgement, true));
        assert_eq!(basis(&[]), (Basis::Nothing, true));
    }
}
