//! Every figure of a small case, for tests of what figures are drawn like.

use standfast::breach::Threshold;
use standfast::ensemble::Design;
use standfast::model::instrument::InstrumentSet;
use standfast::why::Outcome;
use standfast::{AllPackages, BreachStudy, Case, Selection, Sensitivity, Study, Timeline, Why};
use standfast_report::Catalogue;
use standfast_report::figure::{
    Figure, Look, breaches, checks, compared, contributions, frontier, hazard_fan, over_years, shares, ten_dots,
    who_signs,
};

/// Names as short as ids, and names that are as long as anybody writes them, with marks that would be markup.
pub(crate) const NAMES: [[&str; 2]; 2] = [
    ["Army", "Військо"],
    [
        "Programme for the <script>alert(1)</script> modernisation & \"equipment\" of the territorial defence forces",
        "Довгострокова програма переозброєння й <b>модернізації</b> сил територіальної оборони та національної гвардії",
    ],
];

/// A case that has something for every figure.
pub(crate) fn case([english, ukrainian]: [&str; 2]) -> Case {
    let name = |more: &str| {
        let [en, uk] = [english, ukrainian].map(|name| format!("{name}{more}").replace('"', "\\\""));
        format!("name = {{ en = \"{en}\", uk = \"{uk}\" }}\n")
    };
    let mut text = include_str!("../../../../validation/golden/coalition.toml").to_owned();
    for (i, id) in ["pact", "force", "army", "neutrality"].into_iter().enumerate() {
        let head = format!("[instruments.{id}]\n");
        text = text.replace(&head, &format!("{head}{}", name(&format!(" {i}"))));
    }
    let both = name("").replace("name = ", "");
    text = text.replace(
        "[factors.alpha_will]",
        &format!("[actors.names]\nalpha = {both}north = {both}\n[factors.alpha_will]"),
    );
    for (i, instruments) in
        ["\"pact\"", "\"army\"", "\"force\", \"army\"", "\"army\", \"neutrality\""].iter().enumerate()
    {
        text.push_str(&format!("[packages.p{i}]\n{}instruments = [{instruments}]\n", name(&format!(" +{i}"))));
    }
    let stresses = ["alpha_will = \"low\"", "allied_will = \"low\"", "regime = \"hard\"", "forces = \"surplus\""];
    for (i, set) in stresses.iter().enumerate() {
        text.push_str(&format!("[stresses.s{i}]\n{}set = {{ {set} }}\n", name(&format!(" !{i}"))));
    }
    let asked = [
        ("war", "target = \"0 to 1\""),
        ("war", "target = \"0.99 to 1\""),
        ("war", "target = \"0.1 to 9\"\nby = \"ratio\"\nagainst = { package = \"nothing\" }"),
        ("war", "target = \"-1 to 1\"\nby = \"difference\"\nagainst = { package = \"army\" }"),
    ];
    for (i, (quantity, target)) in asked.iter().enumerate() {
        let says = name(&format!(" ?{i}")).replace("name = ", "says = ");
        text.push_str(&format!(
            "[checks.c{i}]\n{says}reason = \"A reason.\"\npackage = \"pact\"\nyears = [0, 10]\nuse = \"held-out\"\n\
             quantity = \"{quantity}\"\n{target}\n"
        ));
    }
    Case::from_text("drawn", &text).unwrap_or_else(|refused| panic!("{:#?}", refused.diagnostics))
}

/// Every figure of the case.
pub(crate) fn figures(catalogue: &Catalogue, case: &Case, look: impl Into<Look>) -> Vec<Figure> {
    let look = look.into();
    let design = Design::Sobol { seed: 1, draws: 16 };
    let select = |id: &str| Selection::parse(&case.scenario, id).expect("a package");
    let packages = ["nothing", "p0", "p1", "p2", "p3"].map(select).to_vec();
    let found = Study { packages, design, ..Study::of(case) }.run(&()).expect("nobody cancels");
    let one = || select("p2");
    let years = || Study::of(case).years;
    let why = Why { case, package: select("pact+force+army"), design, years: years() };
    let why = why.run(&()).unwrap_or_else(|_| panic!("three instruments are few"));
    let breach = BreachStudy { design, threshold: Threshold::Times(1.02), ..BreachStudy::of(case, select("p0")) };
    let breach = breach.begin().expect("four stresses are few").finish(&()).expect("nobody cancels");
    let by = standfast::sensitivity::By::Basis;
    let sensitivity = Sensitivity { case, package: one(), outcome: Outcome::War, by, design, years: years() };
    let sensitivity = sensitivity.begin().unwrap_or_else(|_| panic!("sixteen draws are enough"));
    let sensitivity = sensitivity.finish(&()).unwrap_or_else(|_| panic!("nobody cancels"));
    let timeline = Timeline { moved: InstrumentSet::EMPTY, design, ..Timeline::of(case, select("p0")) };
    let timeline = timeline.run(&()).expect("nobody cancels");
    let record = standfast::record(case, design, &()).expect("nobody cancels");
    let all = AllPackages { design, ..AllPackages::of(case) }.begin().expect("four instruments are few");
    let all = all.finish(&()).unwrap_or_else(|_| panic!("nobody cancels"));
    let of_package = [
        hazard_fan(catalogue, &found, "p0", &["nothing", "p2"], look),
        ten_dots(catalogue, &found, "p1", look),
        who_signs(catalogue, &found, "p0", look),
    ];
    let others = [
        compared(catalogue, &found, look),
        contributions(catalogue, &why, Outcome::War, look),
        breaches(catalogue, &breach, look),
        shares(catalogue, case, &sensitivity, look),
        over_years(catalogue, &timeline, look),
        checks(catalogue, &record, look),
        frontier(catalogue, &all, look),
    ];
    of_package.map(|figure| figure.expect("the package was solved")).into_iter().chain(others).collect()
}
