//! Section 3 of the specification: who helps, in a year of war or in a limited attack.
//!
//! The equilibrium comes from brute force over all profiles of choices, and its principal branch
//! from Newton's method in small steps of λ.

use standfast::model::primitive::{Context, Kind};

use super::{Dates, Matrix, Naive, Response, dot, logit};

/// Newton's iteration ends here: well under the agreement asked for, well above rounding.
const RESIDUAL: f64 = 1e-13;
/// Newton's iteration doubles its digits; one that needs more than this started too far off.
const ITERATIONS: usize = 20;
/// A step along the branch may move no response further, so that none jumps to another branch.
const LONGEST_MOVE: f64 = 0.05;
/// Steps shorter than this share of the way mean a fold or a fork: the branch does not go on in λ.
const SHORTEST_STEP: f64 = 1e-6;

/// Who helps at one state and what comes of it: means over the cases of the consensus and of the common shock.
#[derive(Default)]
pub(super) struct Help {
    pub(super) responses: Vec<Response>,
    pub(super) wins: f64,
    pub(super) wins_perceived: f64,
    pub(super) burden_perceived: f64,
    pub(super) outlay: Vec<f64>,
}

impl Naive<'_> {
    pub(super) fn help(&self, x: usize, dates: Dates, limited: bool) -> Help {
        let war = |kind, owner| self.primitive(kind, owner, x, Context::War, dates);
        let attack = |kind| if limited { self.primitive(kind, 0, x, Context::Limited, dates) } else { 1.0 };
        let (stake_share, commitment_share) = (attack(Kind::StakeShare), attack(Kind::CommitmentShare));
        let (burden_share, omega) = (attack(Kind::BurdenShare), if limited { 1.0 } else { war(Kind::Resolution, 0) });
        let guarantors = 0..self.scenario.actors.guarantors.len();
        let at_stake: Vec<f64> = guarantors.clone().map(|i| stake_share * war(Kind::Stake, i)).collect();
        let strengths = |i| [0.0, war(Kind::SupplyStrength, i), war(Kind::InterventionStrength, i)];
        let strengths: Vec<Response> = guarantors.clone().map(strengths).collect();

        let profiles = 0..3_usize.pow(guarantors.len() as u32);
        let contest = |protege: f64| -> Vec<f64> {
            let help = |profile| guarantors.clone().map(|i| strengths[i][choice(profile, i)]).sum::<f64>();
            let odds = |profile| (protege + help(profile)) / war(Kind::ChallengerStrength, 0);
            profiles.clone().map(|p| 1.0 / (1.0 + odds(p).powf(war(Kind::Decisiveness, 0)))).collect()
        };
        let wins = contest(war(Kind::ProtegeStrength, 0));
        let wins_perceived = contest(war(Kind::ProtegeStrength, 0) * f64::exp(-war(Kind::Overconfidence, 0)));
        let mean = |responses: &[Response], wins: &[f64]| -> f64 {
            profiles.clone().map(|profile| chance(profile, responses, &[]) * wins[profile]).sum()
        };

        let body = dates.package.iter().find_map(|i| self.scenario.instruments[i].consensus.as_ref());
        let agrees: f64 = body.map_or(1.0, |members| members.iter().map(|&m| 1.0 - war(Kind::Block, m)).product());
        let (unagreed, shock) = (war(Kind::UnagreedShare, 0), war(Kind::CommonShock, 0));
        let cases = [(1.0, agrees), (unagreed, 1.0 - agrees)];
        let cases = cases.into_iter().flat_map(|(share, p)| [(share, shock, 0.5 * p), (share, -shock, 0.5 * p)]);
        let (responses, outlay) = (vec![[0.0; 3]; guarantors.len()], vec![0.0; guarantors.len()]);
        let mut help = Help { responses, outlay, ..Help::default() };
        for (share, z, p) in cases {
            // What each choice costs a guarantor; ω times the word that it breaks among it.
            let cost = |i| -> Response {
                let audience_cost = self.shared(Kind::AudienceCost, i, x, Context::War, dates, share);
                let word = omega * commitment_share * audience_cost;
                let unkept = (1.0 - war(Kind::SupplyDischarge, i)) * word;
                [word, war(Kind::SupplyCost, i) + unkept, war(Kind::InterventionCost, i)]
            };
            let costs: Vec<Response> = guarantors.clone().map(cost).collect();
            let certain = |i: usize| {
                let hit = commitment_share * war(Kind::Tripwire, i);
                [-costs[i][0], -costs[i][1], -costs[i][2] + hit + z]
            };
            let responses = self.equilibrium(&HelpGame {
                precision: war(Kind::CoalitionPrecision, 0),
                wins: wins.clone(),
                certain: guarantors.clone().map(certain).collect(),
                at_stake: at_stake.iter().map(|stake| omega * stake).collect(),
            });
            let doubt = f64::exp(-war(Kind::Doubt, 0));
            let odds = responses.iter().map(|r| [r[0], r[1] * doubt, r[2] * doubt]);
            let perceived: Vec<Response> = odds.map(|odds| odds.map(|o| o / odds.iter().sum::<f64>())).collect();
            let case_wins = mean(&responses, &wins);
            help.wins += p * case_wins;
            help.wins_perceived += p * mean(&perceived, &wins_perceived);
            for i in guarantors.clone() {
                let burden = perceived[i][2] * war(Kind::Escalation, i) + perceived[i][1] * war(Kind::Sanction, i);
                help.burden_perceived += p * burden_share * burden;
                let lost = if limited { at_stake[i] * case_wins } else { 0.0 };
                help.outlay[i] += p * burden_share * (dot(&costs[i], &responses[i]) + lost);
                (0..3).for_each(|k| help.responses[i][k] += p * responses[i][k]);
            }
        }
        help
    }

    fn equilibrium(&self, game: &HelpGame) -> Vec<Response> {
        let solve = || {
            game.principal_branch().unwrap_or_else(|| {
                self.not_followed.set(self.not_followed.get() + 1);
                game.certain.clone()
            })
        };
        self.equilibria.borrow_mut().entry(game.key()).or_insert_with(solve).clone()
    }
}

/// The guarantors' game at one state and case.
#[derive(Clone)]
struct HelpGame {
    /// λ at which the equilibrium is wanted.
    precision: f64,
    /// The challenger's chance, by profile of choices.
    wins: Vec<f64>,
    /// What each choice is worth whatever the others do.
    certain: Vec<Response>,
    /// What the challenger's winning costs each guarantor.
    at_stake: Vec<f64>,
}

/// What a guarantor chooses in a profile.
fn choice(profile: usize, i: usize) -> usize {
    profile / 3_usize.pow(i as u32) % 3
}

/// The chance of a profile, some guarantors' choices taken as given.
fn chance(profile: usize, responses: &[Response], given: &[usize]) -> f64 {
    let others = (0..responses.len()).filter(|i| !given.contains(i));
    others.map(|i| responses[i][choice(profile, i)]).product()
}

impl HelpGame {
    /// All that defines the game, to find it again.
    fn key(&self) -> Vec<u64> {
        let numbers = self.wins.iter().chain(self.certain.as_flattened()).chain(&self.at_stake);
        numbers.chain([&self.precision]).map(|number| number.to_bits()).collect()
    }

    /// Follows the equilibrium from λ = 0; nothing if it does not go on in λ.
    fn principal_branch(&self) -> Option<Vec<Response>> {
        let mut responses = vec![[1.0 / 3.0; 3]; self.at_stake.len()];
        let (mut lambda, mut step) = (0.0, self.precision / 4.0);
        while lambda < self.precision {
            let next = f64::min(lambda + step, self.precision);
            match self.correct(next, &responses).filter(|found| distance(found, &responses) < LONGEST_MOVE) {
                Some(found) => (responses, lambda, step) = (found, next, 1.5 * step),
                None if step < SHORTEST_STEP * self.precision => return None,
                None => step *= 0.5,
            }
        }
        Some(responses)
    }

    /// Newton's method on P − logit(λu(P)) = 0; nothing if it fails or if the determinant there says
    /// that a fold or a fork has been passed.
    fn correct(&self, lambda: f64, from: &[Response]) -> Option<Vec<Response>> {
        let n = 3 * from.len();
        let mut responses = from.to_vec();
        for _ in 0..ITERATIONS {
            let (utilities, slopes) = self.utilities(&responses);
            let answers: Vec<Response> = utilities.iter().map(|u| logit(lambda, u)).collect();
            let mut jacobian = vec![vec![0.0; n]; n];
            for row in 0..n {
                let (i, k) = (row / 3, row % 3);
                for column in 0..n {
                    let mean: f64 = (0..3).map(|m| answers[i][m] * slopes[3 * i + m][column]).sum();
                    jacobian[row][column] = -lambda * answers[i][k] * (slopes[row][column] - mean);
                }
                jacobian[row][row] += 1.0;
            }
            let residual = (0..n).map(|a| responses[a / 3][a % 3] - answers[a / 3][a % 3]).collect();
            let (correction, determinant) = eliminate(jacobian, residual);
            if distance(&responses, &answers) < RESIDUAL {
                return (determinant > 0.0).then_some(responses);
            }
            (0..n).for_each(|a| responses[a / 3][a % 3] -= correction[a]);
        }
        None
    }

    /// What each choice is worth, and how that changes with each response of the others.
    fn utilities(&self, responses: &[Response]) -> (Vec<Response>, Matrix) {
        let n = 3 * responses.len();
        let (mut utilities, mut slopes) = (self.certain.clone(), vec![vec![0.0; n]; n]);
        for (profile, wins) in self.wins.iter().enumerate() {
            for i in 0..responses.len() {
                let k = choice(profile, i);
                utilities[i][k] -= self.at_stake[i] * wins * chance(profile, responses, &[i]);
                for j in (0..responses.len()).filter(|&j| j != i) {
                    let others = chance(profile, responses, &[i, j]);
                    slopes[3 * i + k][3 * j + choice(profile, j)] -= self.at_stake[i] * wins * others;
                }
            }
        }
        (utilities, slopes)
    }
}

fn distance(a: &[Response], b: &[Response]) -> f64 {
    a.iter().flatten().zip(b.iter().flatten()).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max)
}

/// Gaussian elimination with partial pivoting: the solution and the determinant.
fn eliminate(mut matrix: Matrix, mut right: Vec<f64>) -> (Vec<f64>, f64) {
    let n = right.len();
    let mut determinant = 1.0;
    for k in 0..n {
        let pivot = (k..n).max_by(|&a, &b| matrix[a][k].abs().total_cmp(&matrix[b][k].abs())).unwrap_or(k);
        if pivot != k {
            matrix.swap(pivot, k);
            right.swap(pivot, k);
            determinant = -determinant;
        }
        determinant *= matrix[k][k];
        for row in k + 1..n {
            let factor = matrix[row][k] / matrix[k][k];
            for column in k..n {
                matrix[row][column] -= factor * matrix[k][column];
            }
            right[row] -= factor * right[k];
        }
    }
    for k in (0..n).rev() {
        let known: f64 = (k + 1..n).map(|column| matrix[k][column] * right[column]).sum();
        right[k] = (right[k] - known) / matrix[k][k];
    }
    (right, determinant)
}
