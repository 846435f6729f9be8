//! What each player brings to a coalition, exactly: Shapley values and interactions over all subsets.
//!
//! A cooperative game gives every subset S of n players a worth v(S); here one in each draw. What player i adds
//! to S is v(S ∪ i) − v(S). Three answers to what it is worth in all:
//!
//! - *added first*: v(i) − v(∅);
//! - *taken last*: v(N) − v(N ∖ i);
//! - the *Shapley value* (Shapley 1953), the mean over all orders in which the players may come,
//!
//!   φᵢ = Σ_{S ∌ i} |S|! (n − |S| − 1)! / n! · ( v(S ∪ i) − v(S) ).
//!
//! It alone is efficient (Σ φᵢ = v(N) − v(∅)), gives alike players alike, gives a player who adds the same to
//! every subset just that, and is additive in v. What two players do to each other is the *Shapley interaction
//! index* (Grabisch and Roubens 1999): what i adds where j is, less what it adds where j is not, as a Shapley
//! value of the game without j,
//!
//!   Iᵢⱼ = Σ_{S ∌ i,j} |S|! (n − |S| − 2)! / (n − 1)! · ( v(S ∪ ij) − v(S ∪ i) − v(S ∪ j) + v(S) ).
//!
//! It is positive where together they are worth more than each alone suggests, and 0 where each is worth the
//! same with and without the other. Nothing here knows what players are: instruments of a package as well as
//! assumptions in which two cases differ.

/// The worth of every subset of some players, in each draw.
#[derive(Clone, Debug)]
pub struct Lattice<'a> {
    players: usize,
    /// By subset: player i is in those with bit i.
    worth: Vec<&'a [f64]>,
}

impl<'a> Lattice<'a> {
    /// The game of so many players in which a subset, given by its bits, has some worth in each draw.
    ///
    /// # Panics
    /// If there are 32 players or more, whose subsets nobody can list, or a subset has more or fewer draws than
    /// another.
    pub fn new(players: usize, worth: impl Fn(usize) -> &'a [f64]) -> Lattice<'a> {
        assert!(players < 32, "{players} players");
        let worth: Vec<&[f64]> = (0..1 << players).map(worth).collect();
        assert!(worth.iter().all(|each| each.len() == worth[0].len()), "subsets with other numbers of draws");
        Lattice { players, worth }
    }

    /// How many players there are.
    pub fn players(&self) -> usize {
        self.players
    }

    /// v(∅) by draw.
    pub fn nothing(&self) -> &'a [f64] {
        self.worth[0]
    }

    /// v(N) by draw.
    pub fn all(&self) -> &'a [f64] {
        self.worth[self.worth.len() - 1]
    }

    /// φ of a player by draw.
    pub fn shapley(&self, player: usize) -> Vec<f64> {
        let (i, weights) = (1 << player, weights(self.players));
        let mut value = vec![0.0; self.nothing().len()];
        for (without, weight) in self.subsets_without(i, &weights) {
            let (with, without) = (self.worth[without | i], self.worth[without]);
            for (draw, value) in value.iter_mut().enumerate() {
                *value += weight * (with[draw] - without[draw]);
            }
        }
        value
    }

    /// What a player adds to nothing, by draw.
    pub fn added_first(&self, player: usize) -> Vec<f64> {
        difference(self.worth[1 << player], self.nothing())
    }

    /// What a player adds to all others, by draw.
    pub fn taken_last(&self, player: usize) -> Vec<f64> {
        difference(self.all(), self.worth[self.worth.len() - 1 - (1 << player)])
    }

    /// I of two players by draw.
    ///
    /// # Panics
    /// If they are the same.
    pub fn interaction(&self, one: usize, other: usize) -> Vec<f64> {
        assert_ne!(one, other, "a player and itself");
        let (i, j, weights) = (1 << one, 1 << other, weights(self.players - 1));
        let mut index = vec![0.0; self.nothing().len()];
        for (without, weight) in self.subsets_without(i | j, &weights) {
            let [both, first, second, none] = [i | j, i, j, 0].map(|with| self.worth[without | with]);
            for (draw, index) in index.iter_mut().enumerate() {
                *index += weight * ((both[draw] - first[draw]) - (second[draw] - none[draw]));
            }
        }
        index
    }

    /// The subsets without some players, each with the weight of its size.
    fn subsets_without<'w>(&self, players: usize, weights: &'w [f64]) -> impl Iterator<Item = (usize, f64)> + 'w {
        let subsets = (0..self.worth.len()).filter(move |subset| subset & players == 0);
        subsets.map(|subset| (subset, weights[subset.count_ones() as usize]))
    }
}

/// By the size s of a subset without the player: s! (n − s − 1)! / n!, one over n times n − 1 choose s.
fn weights(players: usize) -> Vec<f64> {
    let n = players as f64;
    let mut orders = n;
    let weight = |size: usize| {
        let weight = 1.0 / orders;
        let s = size as f64;
        orders = orders * (n - 1.0 - s) / (s + 1.0);
        weight
    };
    (0..players).map(weight).collect()
}

fn difference(one: &[f64], other: &[f64]) -> Vec<f64> {
    one.iter().zip(other).map(|(one, other)| one - other).collect()
}
