//! `standfast claims`

use standfast::Case;
use standfast::claims::{ClaimFindings, Claims, TestFindings, chosen};
use standfast::questions::GameFindings;
use standfast_report::Catalogue;
use standfast_report::claims::ClaimWords;

use crate::args::ClaimsArguments;
use crate::output::{Failure, bullets, closing, draw, opening};
use crate::progress::Progress;
use crate::tidy::{ABOUT, BAND, Cell, Column, Kind, Tidy, band};
use crate::{Done, input, output};

pub(crate) fn run(arguments: &ClaimsArguments, catalogue: &Catalogue) -> Done {
    let case = input::case(&arguments.case, catalogue)?;
    let wanted = chosen(&case, &arguments.claims)
        .map_err(|refused| standfast::Refused { name: "--claim".to_owned(), ..refused })?;
    let design = input::design(arguments.draws, arguments.seed, catalogue)?;
    input::threads(arguments.printed.threads, catalogue)?;
    let progress = Progress::new(catalogue);
    let found = standfast::claims(&case, &wanted, design, &progress);
    progress.finish();
    let found = found.map_err(|_| Failure::Cancelled)?;
    let table = || page(catalogue, &case, &found, !arguments.claims.is_empty());
    output::findings(catalogue, &found, &arguments.printed, table, || tidy(&found))?;
    if found.converged() {
        return Ok(());
    }
    Err(Failure::NotConverged(catalogue.text("claims-not-converged", &[])))
}

/// Reasons of the coding are told where claims were asked for one by one.
fn page(catalogue: &Catalogue, case: &Case, found: &Claims, reasons: bool) -> String {
    let words = ClaimWords::new(catalogue, case, found);
    let mut text = opening(catalogue, &found.case);
    text.push_str(&bullets(&words.sentences()));
    if !found.claims.is_empty() {
        text.push_str(&format!("\n{}", draw(&words.table())));
        text.push_str(&format!("{}\n", catalogue.text("claims-heading", &[])));
        text.push_str(&bullets(&words.lines(reasons)));
    }
    text + &closing(catalogue, &words.doubts(), &words.method())
}

/// What a row says beside what it is about: of the claim, of what decides it, and of the test.
const OWN: [Column; 25] = [
    ("claim", Kind::Text),
    ("who", Kind::Text),
    ("verdict", Kind::Text),
    ("share", Kind::Number),
    ("share_se", Kind::Number),
    ("share_converged_only", Kind::Number),
    ("undefined_draws", Kind::Count),
    ("unconverged_draws", Kind::Count),
    ("decides", Kind::Text),
    ("threshold", Kind::Number),
    ("below_draws", Kind::Count),
    ("below_share", Kind::Number),
    ("above_draws", Kind::Count),
    ("above_share", Kind::Number),
    ("p_value", Kind::Number),
    ("test", Kind::Count),
    ("scale", Kind::Text),
    ("from", Kind::Count),
    ("package_under", Kind::Text),
    ("against", Kind::Text),
    ("against_under", Kind::Text),
    ("at_least", Kind::Number),
    ("at_most", Kind::Number),
    ("test_share", Kind::Number),
    ("test_undefined_draws", Kind::Count),
];

/// A row for each test; one without a test where the model is silent.
fn tidy(found: &Claims) -> Tidy {
    let mut tidy = Tidy::new(&found.case, &found.method, ABOUT.into_iter().chain(OWN).chain(BAND));
    for claim in &found.claims {
        if claim.tests.is_empty() {
            let nothing = |count: usize| (0..count).map(|_| Cell::Nothing);
            let rest = OWN.len() - of_claim(claim).len() + BAND.len();
            tidy.add(nothing(ABOUT.len()).chain(of_claim(claim)).chain(nothing(rest)));
        }
        for (i, test) in claim.tests.iter().enumerate() {
            let question = &test.question;
            let about: [Cell; 5] = [
                test.equilibria.residual.into(),
                question.game.package.as_str().into(),
                question.quantity.into(),
                question.actor.as_deref().into(),
                question.years.map(|(_, to)| to).into(),
            ];
            let own = of_claim(claim).into_iter().chain(of_test(i + 1, test));
            tidy.add(about.into_iter().chain(own).chain(band(&test.found)));
        }
    }
    tidy
}

fn of_claim(claim: &ClaimFindings) -> [Cell; 15] {
    let decides = claim.decides.as_ref();
    [
        claim.id.as_str().into(),
        claim.who.en.as_str().into(),
        claim.verdict.word().into(),
        claim.share.into(),
        claim.share_se.into(),
        claim.share_converged_only.into(),
        claim.undefined_draws.into(),
        claim.unconverged_draws.into(),
        decides.map(|decides| decides.path.as_str()).into(),
        decides.map(|decides| decides.threshold).into(),
        decides.map(|decides| decides.below.draws).into(),
        decides.map(|decides| decides.below.share).into(),
        decides.map(|decides| decides.above.draws).into(),
        decides.map(|decides| decides.above.share).into(),
        decides.map(|decides| decides.p_value).into(),
    ]
}

fn of_test(number: usize, test: &TestFindings) -> [Cell; 10] {
    let question = &test.question;
    let under = |game: &GameFindings| {
        if game.under.is_empty() { Cell::Nothing } else { Cell::Text(game.under.join("+")) }
    };
    [
        number.into(),
        question.scale.word().into(),
        question.years.map(|(from, _)| from).into(),
        under(&question.game),
        question.against.as_ref().map(|game| game.package.as_str()).into(),
        question.against.as_ref().map_or(Cell::Nothing, under),
        test.at_least.into(),
        test.at_most.into(),
        test.share.into(),
        test.undefined_draws.into(),
    ]
}
