//! Fuzzes the reader: bytes that libFuzzer makes of the seeds, half of them line by line, as TOML is
//! written.

#![no_main]

mod exercise;

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|bytes: &[u8]| exercise::exercise(bytes));

/// Words to put where another stands: numbers at the edges, keys, and what breaks quotes.
const WORDS: &[&str] = &[
    "0",
    "1",
    "-1",
    "0.5",
    "1e308",
    "1e-308",
    "-1e308",
    "1e9",
    "nan",
    "inf",
    "-inf",
    "9223372036854775807",
    "0x7f",
    "true",
    "\"\"",
    "[]",
    "{}",
    "\"0.1 to 0.9\"",
    "\"1e-300 to 1e300\"",
    "\"war\"",
    "\"peace\"",
    "\"coerce\"",
    "2025-03-06",
    "\"\\u202e\"",
    "{ value = 1 }",
    "{ dist = \"beta\", alpha = 1e-9, beta = 1e9 }",
    "{ dist = \"lognormal\", median = 1, sigma = 1e9 }",
    "{ dist = \"triangular\", low = -1, mode = 0, high = 1e300 }",
    "add",
    "base",
    "on",
    "when",
    "with",
    "without",
    "from",
    "phase",
    "action",
    "until",
    "lead_time",
    "requires",
    "excludes",
    "members",
    "decision",
    "consent",
    "levels",
    "initial",
    "rise",
    "fall",
    "evidence",
    "set",
    "at",
    "disable",
    "under",
    "against",
    "by",
    "years",
    "target",
    "discount",
    "tail",
    "exhausted_by_war",
    "lapses_when",
];

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let mut random = Random(u64::from(seed));
    match std::str::from_utf8(&data[..size]) {
        Ok(text) if random.below(4) > 0 && !text.is_empty() => {
            let text = mutated(text, &mut random);
            let length = text.len().min(max_size);
            data[..length].copy_from_slice(&text.as_bytes()[..length]);
            length
        }
        _ => fuzzer_mutate(data, size, max_size),
    }
});

/// A generator that is good enough to choose lines.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n.max(1)
    }
}

fn mutated(text: &str, random: &mut Random) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if lines.is_empty() {
        return String::new();
    }
    for _ in 0..=random.below(3) {
        let (at, other) = (random.below(lines.len()), random.below(lines.len()));
        match random.below(6) {
            0 => lines.truncate(at + 1),
            1 => lines.insert(at, lines[other].clone()),
            2 => lines.swap(at, other),
            3 if lines.len() > 1 => {
                lines.remove(at);
            }
            4 => lines[at] = exchanged(&lines[at], &lines[other], random),
            _ => lines[at] = exchanged(&lines[at], WORDS[random.below(WORDS.len())], random),
        }
    }
    lines.join("\n") + "\n"
}

/// A line in which one word stands for another: any of a second line, or all of it.
fn exchanged(line: &str, other: &str, random: &mut Random) -> String {
    let words = |line: &str| -> Vec<(usize, usize)> {
        let mut words = Vec::new();
        let mut start = None;
        for (i, c) in line.char_indices().chain([(line.len(), ' ')]) {
            let inside = c.is_alphanumeric() || "._-+".contains(c);
            match start {
                None if inside => start = Some(i),
                Some(from) if !inside => {
                    words.push((from, i));
                    start = None;
                }
                _ => {}
            }
        }
        words
    };
    let (here, there) = (words(line), words(other));
    if here.is_empty() {
        return other.to_owned();
    }
    let (from, to) = here[random.below(here.len())];
    let word = match there.get(random.below(there.len())) {
        Some(&(from, to)) if random.below(3) > 0 => &other[from..to],
        _ => other,
    };
    format!("{}{word}{}", &line[..from], &line[to..])
}
