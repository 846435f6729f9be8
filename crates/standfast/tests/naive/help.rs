//! Section 3: who helps, in a year of war or in a limited attack.
//!
//! Each case is a game in normal form: payoffs over the profiles of everybody's choices. Its
//! principal branch is followed from λ = 0 by Newton's method.

use standfast::model::primitive::{Context::*, Kind::*};

use super::{Dates, Naive, Response, logit, remember};

/// Newton's method ends here: well under the agreement asked for, well above rounding.
const RESIDUAL: f64 = 1e-13;
/// It gains digits fast; what needs more iterations than this started too far off.
const ITERATIONS: usize = 20;
/// Slopes are differences over this width. What they are off by costs an iteration, not accuracy.
const WIDTH: f64 = 1e-7;
/// A step moves no response further than this, so that none jumps to another branch.
const LONGEST_MOVE: f64 = 0.05;
/// Steps shorter than this share of λ mean a fold or a fork.
const SHORTEST_STEP: f64 = 1e-6;

/// Who helps at one state and what comes of it: means over the cases.
pub(super) struct Help {
    pub(super) responses: Vec<Response>,
    pub(super) wins: f64,
    pub(super) wins_perceived: f64,
    pub(super) burden_perceived: f64,
    pub(super) outlay: Vec<f64>,
}

impl Naive<'_> {
    pub(super) fn help(&self, x: usize, dates: Dates, limited: bool) -> Help {
        let n = self.scenario.actors.guarantors.len();
        let war = |kind, owner| self.primitive(kind, owner, x, War, dates);
        let share = |kind| if limited { self.primitive(kind, 0, x, Limited, dates) } else { 1.0 };
        let omega = if limited { 1.0 } else { war(Resolution, 0) };
        let at_stake: Vec<f64> = (0..n).map(|i| omega * share(StakeShare) * war(Stake, i)).collect();
        let (commitment_share, burden_share) = (share(CommitmentShare), share(BurdenShare));
        // What everybody chooses; the first guarantor's choice changes fastest.
        let profile = |p: usize| (0..n).map(|i| p / 3_usize.pow(i as u32) % 3).collect();
        let profiles: Vec<Vec<usize>> = (0..3_usize.pow(n as u32)).map(profile).collect();
        let aid: Vec<Response> = (0..n).map(|i| [0.0, war(SupplyStrength, i), war(InterventionStrength, i)]).collect();
        let contest = |protege: f64| -> Vec<f64> {
            let strength = |profile: &[usize]| protege + (0..n).map(|i| aid[i][profile[i]]).sum::<f64>();
            let (challenger, decisiveness) = (war(ChallengerStrength, 0), war(Decisiveness, 0));
            profiles.iter().map(|p| 1.0 / (1.0 + (strength(p) / challenger).powf(decisiveness))).collect()
        };
        let wins = contest(war(ProtegeStrength, 0));
        let wins_perceived = contest(war(ProtegeStrength, 0) * f64::exp(-war(Overconfidence, 0)));

        let body = dates.0.iter().find_map(|i| self.scenario.instruments[i].consensus.as_ref());
        let agrees: f64 = body.map_or(1.0, |members| members.iter().map(|&m| 1.0 - war(Block, m)).product());
        let (agreed, unagreed, z) = ((agrees, 1.0), (1.0 - agrees, war(UnagreedShare, 0)), war(CommonShock, 0));
        let cases = [agreed, unagreed].into_iter().flat_map(|(p, share)| [(0.5 * p, share, z), (0.5 * p, share, -z)]);
        let (precision, doubt) = (war(CoalitionPrecision, 0), f64::exp(-war(Doubt, 0)));
        let whole_war = self.scenario.structure.whole_war && !limited;
        let solved = (self.scenario.horizon + self.scenario.tail) as f64;
        let years = if whole_war { solved.min(1.0 / (1.0 - self.discount * (1.0 - omega))) } else { 1.0 };
        let (responses, outlay) = (vec![[0.0; 3]; n], vec![0.0; n]);
        let mut help = Help { responses, wins: 0.0, wins_perceived: 0.0, burden_perceived: 0.0, outlay };
        for (p, share, z) in cases {
            let (mut costs, mut payoffs): (Vec<Response>, Vec<Vec<f64>>) = Default::default();
            for i in 0..n {
                let word = omega * commitment_share * self.shared(AudienceCost, i, x, War, dates, share);
                let supplied = war(SupplyCost, i) + (1.0 - war(SupplyDischarge, i)) * word;
                costs.push([word, supplied, war(InterventionCost, i)]);
                let gains = [0.0, 0.0, commitment_share * war(Tripwire, i) + z];
                let utility = |k: usize, wins: f64| gains[k] - years * (costs[i][k] + at_stake[i] * wins);
                payoffs.push(profiles.iter().zip(&wins).map(|(p, &wins)| precision * utility(p[i], wins)).collect());
            }
            let responses = self.equilibrium(&payoffs);
            let odds = responses.iter().map(|r| [r[0], r[1] * doubt, r[2] * doubt]);
            let perceived: Vec<Response> = odds.map(|odds| odds.map(|o| o / odds.iter().sum::<f64>())).collect();
            help.wins += p * mean(&responses, &wins);
            help.wins_perceived += p * mean(&perceived, &wins_perceived);
            for i in 0..n {
                let burden = perceived[i][2] * war(Escalation, i) + perceived[i][1] * war(Sanction, i);
                help.burden_perceived += p * burden_share * burden;
                let lost = if limited { at_stake[i] * mean(&responses, &wins) } else { 0.0 };
                let spent: f64 = (0..3).map(|k| costs[i][k] * responses[i][k]).sum();
                help.outlay[i] += p * burden_share * (spent + lost);
                (0..3).for_each(|k| help.responses[i][k] += p * responses[i][k]);
            }
        }
        help
    }

    fn equilibrium(&self, payoffs: &[Vec<f64>]) -> Vec<Response> {
        let key = payoffs.iter().flatten().map(|payoff| payoff.to_bits()).collect();
        remember(&self.equilibria, key, || {
            let found = follow(payoffs, 0.0, 1.0, &vec![1.0 / 3.0; 3 * payoffs.len()]);
            self.not_followed.set(self.not_followed.get() + usize::from(found.is_none()));
            found.map_or(vec![[f64::NAN; 3]; payoffs.len()], |found| found.as_chunks().0.to_vec())
        })
    }
}

/// The mean of a table over the profiles.
fn mean(responses: &[Response], table: &[f64]) -> f64 {
    let Some((last, others)) = responses.split_last() else { return table[0] };
    let by_choice = last.iter().zip(table.chunks(table.len() / 3));
    by_choice.map(|(&p, part)| if p == 0.0 { 0.0 } else { p * mean(others, part) }).sum()
}

/// Follows P = logit(λu(P)) from one share of λ to another, by halves where Newton's method fails, goes
/// too far, or ends where the determinant says that a fold or a fork has been passed.
fn follow(payoffs: &[Vec<f64>], from: f64, to: f64, start: &[f64]) -> Option<Vec<f64>> {
    let (n, mut found) = (start.len(), start.to_vec());
    for _ in 0..ITERATIONS {
        let off = residual(payoffs, to, &found);
        let mut rows: Vec<Vec<f64>> = off.iter().map(|&off| vec![off]).collect();
        for column in 0..n {
            let mut beside = found.clone();
            beside[column] += WIDTH;
            let off_beside = residual(payoffs, to, &beside);
            (0..n).for_each(|row| rows[row].push((off_beside[row] - off[row]) / WIDTH));
        }
        let (correction, determinant) = eliminate(&rows);
        if determinant > 0.0 && off.iter().all(|off| off.abs() < RESIDUAL) {
            return Some(found);
        }
        (0..n).for_each(|a| found[a] -= correction[a]);
        if (0..n).any(|a| (found[a] - start[a]).abs() > LONGEST_MOVE) {
            break;
        }
    }
    let middle = 0.5 * (from + to);
    if to - from < SHORTEST_STEP { None } else { follow(payoffs, middle, to, &follow(payoffs, from, middle, start)?) }
}

/// P − logit(λu(P)).
fn residual(payoffs: &[Vec<f64>], share: f64, responses: &[f64]) -> Vec<f64> {
    let utility = |i: usize, choice: usize| {
        let mut given = responses.as_chunks().0.to_vec();
        given[i] = [0, 1, 2].map(|k| f64::from(k == choice));
        mean(&given, &payoffs[i])
    };
    let answer = |i| logit(share, &[utility(i, 0), utility(i, 1), utility(i, 2)]);
    let answers: Vec<Response> = (0..payoffs.len()).map(answer).collect();
    responses.iter().zip(answers.as_flattened()).map(|(p, answer)| p - answer).collect()
}

/// Solves equations, rows that begin with their right side, and finds their determinant. Where a pivot
/// vanishes the solution is no number, and does not pass for one.
fn eliminate(rows: &[Vec<f64>]) -> (Vec<f64>, f64) {
    let Some((last, others)) = rows.split_last() else { return (Vec::new(), 1.0) };
    let (n, pivot) = (rows.len(), last[rows.len()]);
    let less = |row: &Vec<f64>| (0..n).map(|a| row[a] - row[n] / pivot * last[a]).collect();
    let (mut solution, determinant) = eliminate(&others.iter().map(less).collect::<Vec<_>>());
    let known: f64 = (1..n).map(|a| last[a] * solution[a - 1]).sum();
    solution.push((last[0] - known) / pivot);
    (solution, pivot * determinant)
}
